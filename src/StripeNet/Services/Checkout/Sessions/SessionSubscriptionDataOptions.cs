namespace Stripe.Checkout;

/// <summary>Handed on to the subscription of a session in mode <c>subscription</c>; renewals carry this metadata, not the session's.</summary>
public class SessionSubscriptionDataOptions : INestedOptions
{
    public decimal? ApplicationFeePercent { get; set; }

    public DateTime? BillingCycleAnchor { get; set; }

    public List<string>? DefaultTaxRates { get; set; }

    public string? Description { get; set; }

    public Dictionary<string, string>? Metadata { get; set; }

    public string? OnBehalfOf { get; set; }

    /// <summary><c>create_prorations</c>, <c>none</c>.</summary>
    public string? ProrationBehavior { get; set; }

    public SessionSubscriptionDataTransferDataOptions? TransferData { get; set; }

    public DateTime? TrialEnd { get; set; }

    public long? TrialPeriodDays { get; set; }
}
