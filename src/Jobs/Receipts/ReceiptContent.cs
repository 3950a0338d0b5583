using Solidarity.Domain.Receipts;

namespace Solidarity.Jobs.Receipts;

/// <summary>Everything that a receipt says. The same content always makes the same words, on paper and in the e-mail.</summary>
/// <param name="Number">The receipt's number, such as 2026-000123.</param>
/// <param name="Language">fr, nl, en, it or de.</param>
/// <param name="PaidAt">When the money was there.</param>
/// <param name="IssuedAt">When the receipt was made.</param>
/// <param name="Issuer">Who gives the receipt, and whom to write to.</param>
/// <param name="GiverName">Null where the giver left none.</param>
/// <param name="GiverEmail">The address the receipt goes to.</param>
/// <param name="Lines">What was paid for; their sum is the total.</param>
/// <param name="Currency">ISO 4217, the same for every line.</param>
/// <param name="PaymentReference">What finds the payment again in the books.</param>
/// <param name="Method">How it was paid, such as "Visa •••• 4242"; null if not known.</param>
/// <param name="GiftPage">The giver's own page for this gift: an unguessable address.</param>
public sealed record ReceiptContent(
    string Number,
    string Language,
    DateTimeOffset PaidAt,
    DateTimeOffset IssuedAt,
    IssuerParty Issuer,
    string? GiverName,
    string GiverEmail,
    IReadOnlyList<ReceiptLine> Lines,
    string Currency,
    string PaymentReference,
    string? Method,
    Uri GiftPage)
{
    /// <summary>What the giver paid, in minor units.</summary>
    public long TotalMinor => Lines.Sum(l => l.AmountMinor);

    /// <summary>The part that goes to campaigns, in minor units: neither tip nor fees.</summary>
    public long GiftMinor => Lines.Where(l => l.Kind == ReceiptLineKind.Gift).Sum(l => l.AmountMinor);
}

public enum ReceiptLineKind
{
    Gift,
    Tip,
    Fees,
}

/// <param name="Kind">What the line is for.</param>
/// <param name="Description">The campaign's title, for a gift; not shown for a tip or fees.</param>
/// <param name="Beneficiary">The organisation that a gift goes to.</param>
/// <param name="AmountMinor">In the currency's smallest unit.</param>
public sealed record ReceiptLine(ReceiptLineKind Kind, string Description, string? Beneficiary, long AmountMinor);
