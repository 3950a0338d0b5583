namespace Solidarity.Payments;

/// <summary>How to reach Stripe. From the section "Stripe" of the configuration.</summary>
public sealed class StripeSettings
{
    /// <summary>sk_test_… or sk_live_….</summary>
    public required string ApiKey { get; set; }

    /// <summary>Another address than Stripe's own: the sandbox's.</summary>
    public Uri? ApiBase { get; set; }

    /// <summary>whsec_…: signs the webhooks of our endpoint.</summary>
    public required string WebhookSecret { get; set; }

    /// <summary>
    /// whsec_…: signs the webhooks about connected accounts. Stripe has them come by an endpoint of their own, which may have the same address
    /// (https://docs.stripe.com/connect/webhooks). Null where one secret signs both, as in the sandbox.
    /// </summary>
    public string? ConnectWebhookSecret { get; set; }

    /// <summary>Events of the other mode are answered and not stored.</summary>
    public bool LiveMode => ApiKey.Contains("_live_", StringComparison.Ordinal);
}
