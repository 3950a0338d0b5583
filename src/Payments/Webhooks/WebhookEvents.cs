namespace Solidarity.Payments.Webhooks;

/// <summary>The events to ask Stripe for, one list an endpoint; docs/going-live.md names the same. Others are stored and left alone.</summary>
public static class WebhookEvents
{
    /// <summary>Of the endpoint for events on the platform's own account.</summary>
    public static IReadOnlyList<string> Platform { get; } =
    [
        "checkout.session.completed", "checkout.session.async_payment_succeeded", "checkout.session.async_payment_failed", "checkout.session.expired",
        "charge.succeeded", "charge.pending", "charge.failed", "charge.updated", "charge.refunded",
        "charge.dispute.created", "charge.dispute.updated", "charge.dispute.closed", "charge.dispute.funds_withdrawn", "charge.dispute.funds_reinstated",
        "refund.created", "refund.updated", "refund.failed",
    ];

    /// <summary>Of the endpoint for events on connected accounts.</summary>
    public static IReadOnlyList<string> Connected { get; } =
    [
        "account.updated", "account.application.deauthorized", "capability.updated",
        "payout.created", "payout.updated", "payout.paid", "payout.failed", "payout.canceled", "payout.reconciliation_completed",
    ];
}
