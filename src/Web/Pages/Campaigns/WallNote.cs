using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Donations;

namespace Solidarity.Web.Pages.Campaigns;

/// <summary>One gift on the wall.</summary>
/// <param name="Place">Its place in the order of payments.</param>
/// <param name="Name">Null: anonymous, by choice or for want of a name.</param>
/// <param name="Language">The giver's, in which the words most likely are.</param>
public sealed record WallNote(long Place, string? Name, string? Message, string Language, long AmountMinor, string CurrencyCode, DateTimeOffset At)
{
    public Money Amount => new(AmountMinor, Currency.Of(CurrencyCode));
}

public static class WallNotes
{
    /// <summary>A campaign's gifts that were paid and not wholly given back, the newest first: one walk along an index, however many there are.</summary>
    public static IQueryable<WallNote> Wall(this SolidarityDb db, Guid campaignId, long? before, int most)
    {
        var paid = db.DonationLines.AsNoTracking().Where(l => l.CampaignId == campaignId && l.Kind == LineKind.Gift && l.PaidTransactionId != null);
        if (before is { } place)
            paid = paid.Where(l => l.PaidTransactionId < place);
        return paid.Where(l => l.RefundedMinor < l.AmountMinor).OrderByDescending(l => l.PaidTransactionId).Take(most).Notes();
    }

    public static IQueryable<WallNote> Notes(this IQueryable<DonationLine> lines) => lines.Select(l => new WallNote(
        l.PaidTransactionId!.Value, l.Donation.HiddenFromPublic ? null : l.Donation.Name, l.Donation.Message, l.Donation.Language,
        l.AmountMinor - l.RefundedMinor, l.Donation.CurrencyCode, l.Donation.PaidAt!.Value));
}
