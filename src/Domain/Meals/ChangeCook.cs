namespace Solidarity.Domain.Meals;

/// <summary>A restaurant changes what it cooks, how much and when; pauses; and goes on. What was sold before stays sold.</summary>
public sealed class ChangeCook(SolidarityDb db, TimeProvider clock)
{
    /// <param name="version">That the form was filled in for.</param>
    /// <exception cref="Refusal">Something is missing or wrong; it counts by day or week otherwise than when it was accepted; or somebody else changed it meanwhile.</exception>
    public async Task RunAsync(Guid campaignId, Guid organisationId, CookWords typed, Guid version, Guid personId, CancellationToken cancel)
    {
        var cook = await db.CookOfAsync(campaignId, organisationId, cancel);
        if (cook.Version != version)
            throw new Refusal(Reason.ChangedMeanwhile);
        var asked = new FormWords();
        var terms = CookTerms.Of(typed, asked);
        // Places are kept by day or by week: what is sold by one cannot be counted by the other.
        asked.That(terms.Per == cook.Per || !cook.TakesPart, Reason.CapacityPerStands, "per");
        asked.Refuse();
        var before = $"{cook.Words} · {cook.Allergens} · {cook.City} · {cook.Capacity} · {cook.Days}";
        terms.WriteTo(cook);
        db.NoteOfCook("RestaurantChanged", cook, cook.Programme, personId, clock.GetUtcNow(), before);
        await db.SaveOrRefuseAsync(cancel);
    }

    /// <summary>It takes no new meals; what is paid it still cooks.</summary>
    /// <exception cref="Refusal">It does not cook now.</exception>
    public Task PauseAsync(Guid campaignId, Guid organisationId, Guid personId, CancellationToken cancel) => SaveAsync(campaignId, organisationId, "RestaurantPaused", personId, cook =>
    {
        cook.MoveTo(MealPartnerStatus.Paused);
        (cook.PausedByItself, cook.Reasons) = (true, null);
    }, cancel);

    /// <exception cref="Refusal">It does not pause, or the programme's team paused it.</exception>
    public Task ResumeAsync(Guid campaignId, Guid organisationId, Guid personId, CancellationToken cancel) => SaveAsync(campaignId, organisationId, "RestaurantResumed", personId, cook =>
    {
        if (!cook.PausedByItself)
            throw new Refusal(Reason.MoveNotAllowed);
        cook.MoveTo(MealPartnerStatus.Accepted);
        cook.PausedByItself = false;
    }, cancel);

    private async Task SaveAsync(Guid campaignId, Guid organisationId, string act, Guid personId, Action<MealPartner> move, CancellationToken cancel)
    {
        var cook = await db.CookOfAsync(campaignId, organisationId, cancel);
        move(cook);
        db.NoteOfCook(act, cook, cook.Programme, personId, clock.GetUtcNow());
        await db.SaveOrRefuseAsync(cancel);
    }
}
