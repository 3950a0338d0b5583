using Solidarity.Domain;
using Solidarity.Domain.Donations;

namespace Solidarity.Web.My;

/// <summary>One gift in its giver's list.</summary>
/// <param name="Language">Of the campaign's title.</param>
/// <param name="Receipt">The receipt's number; null while there is none.</param>
/// <param name="ReceiptToken">The secret of its address.</param>
public sealed record GiftRow(
    Guid Id, string Token, DateTimeOffset StartedAt, DonationStatus Status, string CurrencyCode, long AmountMinor, long RefundedMinor,
    string? Slug, string? Title, string? Language, string? Receipt, string? ReceiptToken)
{
    public Money Amount => new(AmountMinor, Currency.Of(CurrencyCode));
}

/// <summary>What somebody gave: one page of gifts, and what they come to.</summary>
/// <param name="Path">The page's own address: /my, or a guest's.</param>
/// <param name="Sums">Paid less refunded, one for each currency.</param>
/// <param name="Years">Of receipts, the newest first.</param>
/// <param name="Older">Where the next page begins; null on the last.</param>
public sealed record GiftList(string Path, IReadOnlyList<GiftRow> Gifts, IReadOnlyList<Money> Sums, IReadOnlyList<string> Years, Guid? Older, bool IsFirst);
