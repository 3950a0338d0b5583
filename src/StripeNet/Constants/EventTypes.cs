namespace Stripe;

/// <summary>Webhook event names a donation platform listens to. Source: https://docs.stripe.com/api/events/types.</summary>
public static class EventTypes
{
    public const string AccountApplicationDeauthorized = "account.application.deauthorized";
    public const string AccountUpdated = "account.updated";
    public const string BalanceAvailable = "balance.available";
    public const string CapabilityUpdated = "capability.updated";
    public const string ChargeDisputeClosed = "charge.dispute.closed";
    public const string ChargeDisputeCreated = "charge.dispute.created";
    public const string ChargeDisputeFundsReinstated = "charge.dispute.funds_reinstated";
    public const string ChargeDisputeFundsWithdrawn = "charge.dispute.funds_withdrawn";
    public const string ChargeDisputeUpdated = "charge.dispute.updated";
    public const string ChargeFailed = "charge.failed";
    public const string ChargePending = "charge.pending";
    public const string ChargeRefunded = "charge.refunded";
    public const string ChargeRefundUpdated = "charge.refund.updated";
    public const string ChargeSucceeded = "charge.succeeded";
    public const string ChargeUpdated = "charge.updated";
    public const string CheckoutSessionAsyncPaymentFailed = "checkout.session.async_payment_failed";
    public const string CheckoutSessionAsyncPaymentSucceeded = "checkout.session.async_payment_succeeded";
    public const string CheckoutSessionCompleted = "checkout.session.completed";
    public const string CheckoutSessionExpired = "checkout.session.expired";
    public const string CustomerSubscriptionCreated = "customer.subscription.created";
    public const string CustomerSubscriptionDeleted = "customer.subscription.deleted";
    public const string CustomerSubscriptionUpdated = "customer.subscription.updated";
    public const string InvoicePaid = "invoice.paid";
    public const string InvoicePaymentFailed = "invoice.payment_failed";
    public const string PaymentIntentCanceled = "payment_intent.canceled";
    public const string PaymentIntentPaymentFailed = "payment_intent.payment_failed";
    public const string PaymentIntentProcessing = "payment_intent.processing";
    public const string PaymentIntentSucceeded = "payment_intent.succeeded";
    public const string PayoutCanceled = "payout.canceled";
    public const string PayoutCreated = "payout.created";
    public const string PayoutFailed = "payout.failed";
    public const string PayoutPaid = "payout.paid";
    public const string PayoutReconciliationCompleted = "payout.reconciliation_completed";
    public const string PayoutUpdated = "payout.updated";
    public const string RefundCreated = "refund.created";
    public const string RefundFailed = "refund.failed";
    public const string RefundUpdated = "refund.updated";
    public const string TransferCreated = "transfer.created";
    public const string TransferReversed = "transfer.reversed";
    public const string TransferUpdated = "transfer.updated";
}
