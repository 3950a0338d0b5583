namespace Solidarity.Domain.Meals;

/// <summary>What givers wrote to the team, for the slip that goes with a delivery.</summary>
/// <param name="InNameOf">In whose name the meals were given, where the giver lets it be said.</param>
public sealed record TeamWord(string Words, string Language, string? From, string? InNameOf);

public static class TeamWords
{
    /// <summary>Each giver's words once, but those that a moderator took away; a name only where the public may see it. No more than a delivery has meals.</summary>
    public static IQueryable<TeamWord> TeamWordsOf(this SolidarityDb db, Guid deliveryId)
    {
        // From the delivery to its gifts: asked the other way round, SQLite looks at every gift there is.
        var gifts = db.MealVouchers.Where(v => v.DeliveryId == deliveryId).Select(v => v.DonationId);
        return db.Donations.Where(d => gifts.Contains(d.Id) && d.Message != null && d.WordsHiddenAt == null)
            .OrderBy(d => d.PaidAt).ThenBy(d => d.Id)
            .Select(d => new TeamWord(
                d.Message!, d.Language, d.HiddenFromPublic || d.HiddenFromOwner ? null : d.Name,
                d.HiddenFromPublic || d.HiddenFromOwner || d.Dedication == null || !d.Dedication.ShownOnWall ? null : d.Dedication.Honoured));
    }
}
