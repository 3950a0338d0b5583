namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/pagination.</summary>
public class ListOptions : BaseOptions
{
    /// <summary>Objects a page, 1 to 100; Stripe's default is 10.</summary>
    public long? Limit { get; set; }

    public string? StartingAfter { get; set; }

    public string? EndingBefore { get; set; }
}
