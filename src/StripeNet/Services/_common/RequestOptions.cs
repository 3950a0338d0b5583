namespace Stripe;

/// <summary>What one call says about itself, beside its parameters.</summary>
public class RequestOptions
{
    public string? ApiKey { get; set; }

    /// <summary>A POST with the same key within 24 hours gets the first one's answer. Without it a POST is never repeated here.</summary>
    public string? IdempotencyKey { get; set; }

    /// <summary>Acts on behalf of this connected account, <c>acct_...</c>.</summary>
    public string? StripeAccount { get; set; }
}
