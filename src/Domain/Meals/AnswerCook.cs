using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Letters;
using Solidarity.Domain.Organisations;

namespace Solidarity.Domain.Meals;

/// <summary>A programme's team accepts a restaurant or refuses it, pauses it, and lets it go on. The restaurant is told each time.</summary>
public sealed class AnswerCook(SolidarityDb db, TimeProvider clock)
{
    /// <summary>It cooks from now on, or as soon as it can be paid.</summary>
    /// <exception cref="Refusal">It was answered already.</exception>
    public Task AcceptAsync(Guid campaignId, Guid cookId, Guid personId, CancellationToken cancel) => SaveAsync(campaignId, cookId, "RestaurantAccepted", personId, null, cook =>
    {
        cook.MoveTo(MealPartnerStatus.Accepted);
        return cook.Partner.CanBePaid ? LetterKind.RestaurantAccepted : LetterKind.RestaurantAcceptedUnpaid;
    }, cancel);

    /// <param name="reasons">The restaurant reads them.</param>
    /// <exception cref="Refusal">No reasons, or it was answered already.</exception>
    public Task RefuseAsync(Guid campaignId, Guid cookId, string? reasons, Guid personId, CancellationToken cancel) => SaveAsync(campaignId, cookId, "RestaurantRefused", personId, Needed(reasons), cook =>
    {
        cook.MoveTo(MealPartnerStatus.Refused);
        return LetterKind.RestaurantRefused;
    }, cancel);

    /// <summary>Also where it pauses already: then it cannot go on by itself any more.</summary>
    /// <param name="reasons">The restaurant reads them.</param>
    /// <exception cref="Refusal">No reasons, or it does not take part.</exception>
    public Task PauseAsync(Guid campaignId, Guid cookId, string? reasons, Guid personId, CancellationToken cancel) => SaveAsync(campaignId, cookId, "RestaurantPaused", personId, Needed(reasons), cook =>
    {
        if (!cook.PausedByItself)
            cook.MoveTo(MealPartnerStatus.Paused);
        cook.PausedByItself = false;
        return LetterKind.RestaurantPaused;
    }, cancel);

    /// <exception cref="Refusal">It does not pause, or does so by itself.</exception>
    public Task ResumeAsync(Guid campaignId, Guid cookId, Guid personId, CancellationToken cancel) => SaveAsync(campaignId, cookId, "RestaurantResumed", personId, null, cook =>
    {
        if (cook.PausedByItself || cook.Status != MealPartnerStatus.Paused)
            throw new Refusal(Reason.MoveNotAllowed);
        cook.MoveTo(MealPartnerStatus.Accepted);
        return LetterKind.RestaurantResumed;
    }, cancel);

    private static string Needed(string? reasons) => CleanText.Needed(reasons, "reasons", FormWords.LongestReason);

    /// <param name="move">Moves it, and says what it is told.</param>
    private async Task SaveAsync(Guid campaignId, Guid cookId, string act, Guid personId, string? reasons, Func<MealPartner, LetterKind> move, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var cook = await db.WholeCooks().SingleOrDefaultAsync(p => p.Id == cookId && p.CampaignId == campaignId, cancel) ?? throw new Refusal(Reason.NoLongerThere);
        var letter = move(cook);
        cook.Reasons = reasons;
        db.NoteOfCook(act, cook, cook.Programme, personId, now, reasons);
        var path = $"/workspace/organisations/{cook.Partner.Organisation.Slug}/programmes/{cook.Programme.Campaign.Slug}";
        await db.WriteToTeamAsync(cook.Partner.OrganisationId, letter, path, reasons, now, cancel, cook.Partner.Name, cook.Programme.Campaign.Title);
        await db.SaveOrRefuseAsync(cancel);
    }
}
