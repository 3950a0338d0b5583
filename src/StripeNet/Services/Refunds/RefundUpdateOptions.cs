namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/refunds/update.</summary>
public class RefundUpdateOptions : BaseOptions
{
    public Dictionary<string, string>? Metadata { get; set; }
}
