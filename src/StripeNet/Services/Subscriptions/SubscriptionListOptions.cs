namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/subscriptions/list.</summary>
public class SubscriptionListOptions : ListOptions
{
    /// <summary><c>charge_automatically</c>, <c>send_invoice</c>.</summary>
    public string? CollectionMethod { get; set; }

    public DateRangeOptions? Created { get; set; }

    public DateRangeOptions? CurrentPeriodEnd { get; set; }

    public DateRangeOptions? CurrentPeriodStart { get; set; }

    public string? Customer { get; set; }

    public string? CustomerAccount { get; set; }

    public string? Plan { get; set; }

    public string? Price { get; set; }

    /// <summary><c>active</c>, <c>all</c>, <c>canceled</c>, <c>ended</c>, <c>incomplete</c>, <c>incomplete_expired</c>, <c>past_due</c>, <c>paused</c>, <c>trialing</c>, <c>unpaid</c>.</summary>
    public string? Status { get; set; }

    public string? TestClock { get; set; }
}
