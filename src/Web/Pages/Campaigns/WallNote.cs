using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Donations;

namespace Solidarity.Web.Pages.Campaigns;

/// <summary>One gift on the wall.</summary>
/// <param name="Place">Its place in the order of payments.</param>
/// <param name="Name">Null: anonymous, by choice or for want of a name.</param>
/// <param name="IsDedicated">Given in somebody's name; <paramref name="Honoured"/> says whose, where the giver wants it said.</param>
/// <param name="Language">The giver's, in which the words most likely are.</param>
public sealed record WallNote(long Place, string? Name, string? Message, string Language, long AmountMinor, string CurrencyCode, DateTimeOffset At, bool IsDedicated = false, string? Honoured = null)
{
    public Money Amount => new(AmountMinor, Currency.Of(CurrencyCode));
}

public static class WallNotes
{
    // Whoever is not to be known to the project must not be named where the project reads along.
    public static readonly Expression<Func<DonationLine, WallNote>> Note = l => new WallNote(
        l.PaidTransactionId!.Value, l.Donation.HiddenFromPublic || l.Donation.HiddenFromOwner ? null : l.Donation.Name, l.Donation.WordsHiddenAt == null ? l.Donation.Message : null, l.Donation.Language,
        l.AmountMinor - l.RefundedMinor, l.Donation.CurrencyCode, l.Donation.PaidAt!.Value,
        l.Donation.Dedication != null && !l.Donation.HiddenFromPublic && !l.Donation.HiddenFromOwner,
        l.Donation.Dedication != null && l.Donation.Dedication.ShownOnWall && !l.Donation.HiddenFromPublic && !l.Donation.HiddenFromOwner && l.Donation.WordsHiddenAt == null ? l.Donation.Dedication.Honoured : null);

    // Compiled once: asked for with every campaign's page.
    private static readonly Func<SolidarityDb, Guid, long, int, IAsyncEnumerable<WallNote>> Newest = EF.CompileAsyncQuery((SolidarityDb db, Guid campaignId, long before, int most) =>
        db.DonationLines.Where(l => l.CampaignId == campaignId && l.Kind == LineKind.Gift && l.PaidTransactionId < before && l.RefundedMinor < l.AmountMinor)
            .OrderByDescending(l => l.PaidTransactionId).Take(most).Select(Note));

    /// <summary>A campaign's gifts that were paid and not wholly given back, the newest first: one walk along an index, however many there are.</summary>
    public static IAsyncEnumerable<WallNote> Wall(this SolidarityDb db, Guid campaignId, long? before, int most) => Newest(db, campaignId, before ?? long.MaxValue, most);
}
