namespace Solidarity.Domain.Partners;

public enum PayoutItemKind
{
    /// <summary>A gift that was passed on.</summary>
    Transfer,
    /// <summary>A gift, or a part of it, that was taken back.</summary>
    Reversal,
    /// <summary>What an earlier payout brought back when it failed.</summary>
    FailedPayout,
    /// <summary>Not by this platform, or a fee of Stripe's.</summary>
    Other,
}

/// <summary>One movement of a partner's account that a payout is made of. Their net amounts add up to the payout's.</summary>
public class PayoutItem
{
    public required Guid Id { get; init; }

    public required Guid PayoutId { get; init; }

    public Payout Payout { get; init; } = null!;

    /// <summary>Stripe's id of the movement (txn_…); once a payout.</summary>
    public required string BalanceTransactionId { get; init; }

    /// <summary>What Stripe says moved: a payment (py_…), its refund (pyr_…), an earlier payout (po_…).</summary>
    public string? StripeSourceId { get; init; }

    public required PayoutItemKind Kind { get; set; }

    /// <summary>Minor units of the payout's currency, before the fee; negative where it was taken.</summary>
    public required long AmountMinor { get; init; }

    public required long FeeMinor { get; init; }

    /// <summary>The transfer that was made or taken back; by it the gift is found.</summary>
    public Guid? TransferId { get; set; }

    public Transfer? Transfer { get; init; }

    /// <summary>Which reversal it was, where we planned it.</summary>
    public Guid? TransferReversalId { get; set; }

    public TransferReversal? TransferReversal { get; init; }

    public long NetMinor => AmountMinor - FeeMinor;
}
