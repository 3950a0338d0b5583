namespace Solidarity.Domain.Partners;

/// <summary>In the order in which Stripe moves them.</summary>
public enum PayoutStatus
{
    /// <summary>Stripe has not handed it to the bank yet.</summary>
    Pending,
    InTransit,
    /// <summary>The bank has it. It may still send it back some days later.</summary>
    Paid,
    /// <summary>The bank sent it back: the money lies at Stripe again.</summary>
    Failed,
    Canceled,
}

/// <summary>Money that Stripe sends from a partner's account to the partner's bank.</summary>
public class Payout
{
    private static readonly PayoutStatus[] Ends = [PayoutStatus.Failed, PayoutStatus.Canceled];

    public required Guid Id { get; init; }

    public required Guid PartnerId { get; init; }

    public Partner Partner { get; init; } = null!;

    /// <summary>Stripe's id (po_…).</summary>
    public required string StripePayoutId { get; init; }

    /// <summary>Negative where Stripe takes from the bank what the account owes.</summary>
    public required long AmountMinor { get; init; }

    public required string CurrencyCode { get; init; }

    public PayoutStatus Status { get; private set; }

    /// <summary>When the bank has it, or should.</summary>
    public required DateOnly ArrivesOn { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When we heard that it failed or was called off: Stripe does not say when that was. Null while it has not.</summary>
    public DateTimeOffset? ReturnedAt { get; private set; }

    /// <summary>Stripe's word for why it failed, such as account_closed: https://docs.stripe.com/api/payouts/failures</summary>
    public string? FailureReason { get; set; }

    /// <summary>
    /// Stripe has said of what it is made. False for some hours at first, and for ever where the partner ordered the payout by hand: then
    /// Stripe cannot say (https://docs.stripe.com/payouts/reconciliation).
    /// </summary>
    public bool ItemsComplete { get; set; }

    public Guid Version { get; set; }

    public List<PayoutItem> Items { get; init; } = [];

    public Money Amount => new(AmountMinor, Currency.Of(CurrencyCode));

    /// <summary>Takes over what Stripe says. It never goes back, so an older answer that comes later changes nothing.</summary>
    public void MoveTo(PayoutStatus status, DateTimeOffset now)
    {
        if (status <= Status || Ends.Contains(Status))
            return;
        Status = status;
        if (Ends.Contains(status))
            ReturnedAt = now;
    }
}
