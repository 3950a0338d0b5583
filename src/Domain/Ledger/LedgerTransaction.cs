namespace Solidarity.Domain.Ledger;

public enum LedgerReason
{
    /// <summary>A giver's charge succeeded.</summary>
    Payment,
    /// <summary>Stripe's fee on a charge, and what of it the recipient carries.</summary>
    Fee,
    /// <summary>What was given is now due to the partner.</summary>
    Due,
    /// <summary>Stripe transferred it to the partner's account.</summary>
    Transfer,
    TransferReversal,
    Refund,
    /// <summary>A refund that failed: the money came back to us.</summary>
    RefundFailed,
    /// <summary>The bank took money back while a dispute is open.</summary>
    DisputeHeld,
    /// <summary>A dispute was won: the money is back.</summary>
    DisputeWon,
    /// <summary>A dispute was lost: the gift is gone.</summary>
    DisputeLost,
    /// <summary>Stripe paid the platform's own bank account.</summary>
    Payout,
    /// <summary>Something else that Stripe booked on the balance (a fee of its own, an adjustment).</summary>
    Other,
}

/// <summary>Postings that belong together and sum to zero per currency. Never changed: a mistake is corrected by another transaction.</summary>
public class LedgerTransaction
{
    public long Id { get; init; }

    public required LedgerReason Reason { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>What it records, once and for all: "charge:ch_…", "transfer:tr_…". Unique, so nothing is posted twice.</summary>
    public required string Reference { get; init; }

    public Guid? DonationId { get; init; }

    public Guid? CampaignId { get; init; }

    /// <summary>The database lets this be set once, and only while the postings sum to zero; nothing can be added afterwards.</summary>
    public bool Sealed { get; internal set; }

    public List<Posting> Postings { get; } = [];
}

/// <summary>An amount put on one account: debit positive, credit negative.</summary>
public class Posting
{
    public long Id { get; init; }

    public long TransactionId { get; init; }

    public LedgerTransaction Transaction { get; init; } = null!;

    public required long AccountId { get; init; }

    public LedgerAccount Account { get; init; } = null!;

    public required long AmountMinor { get; init; }

    public required string CurrencyCode { get; init; }

    /// <summary>The object at Stripe that moved this money: a balance transaction (txn_…) on stripe:balance, a charge or transfer elsewhere.</summary>
    public string? StripeId { get; init; }
}
