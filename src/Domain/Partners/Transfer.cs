namespace Solidarity.Domain.Partners;

/// <summary>Money to be passed on to a partner for one donation's gift, and what became of it.</summary>
public class Transfer
{
    /// <summary>The reason of the transfer that follows a payment.</summary>
    public const string Paid = "paid";

    /// <summary>Also the word in Stripe's idempotency key.</summary>
    public required Guid Id { get; init; }

    public required Guid PartnerId { get; init; }

    public Partner Partner { get; init; } = null!;

    public required Guid CampaignId { get; init; }

    /// <summary>One transfer a donation, campaign, partner and reason: of meals each restaurant gets its own.</summary>
    public required Guid DonationId { get; init; }

    /// <summary><see cref="Paid"/>, or what gave meals to this partner later (reassign:…).</summary>
    public string Because { get; init; } = Paid;

    /// <summary>How many meals it was made for; null where it is no such gift. A meal that goes to another restaurant, or back, takes its share out of it.</summary>
    public int? Meals { get; init; }

    /// <summary>The reversal that brings the money for it, when another restaurant had it before.</summary>
    public Guid? AfterReversalId { get; init; }

    public required long AmountMinor { get; init; }

    public required string CurrencyCode { get; init; }

    /// <summary>The charge whose money is passed on (source_transaction).</summary>
    public required string ChargeId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Stripe's id (tr_…), null until made.</summary>
    public string? StripeTransferId { get; set; }

    public DateTimeOffset? MadeAt { get; set; }

    /// <summary>Taken back by reversals that Stripe made.</summary>
    public long ReversedMinor { get; set; }

    /// <summary>Called off before it was made, because the gift was given back first.</summary>
    public bool CalledOff { get; set; }

    public Guid Version { get; set; }

    public Money Amount => new(AmountMinor, Currency.Of(CurrencyCode));
}

/// <summary>Money to be taken back from a partner, because the gift was refunded or lost to a dispute.</summary>
public class TransferReversal
{
    public required Guid Id { get; init; }

    public required Guid TransferId { get; init; }

    public Transfer Transfer { get; init; } = null!;

    public required long AmountMinor { get; init; }

    /// <summary>The refund (re_…) or dispute (dp_…) that it follows; one reversal each.</summary>
    public required string Because { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Stripe's id (trr_…), null until made.</summary>
    public string? StripeReversalId { get; set; }
}
