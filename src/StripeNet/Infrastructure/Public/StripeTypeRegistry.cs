using System.Collections.Frozen;

namespace Stripe.Infrastructure;

/// <summary>Which class reads which kind of object.</summary>
internal static class StripeTypeRegistry
{
    public static readonly FrozenDictionary<string, Type> ObjectsToTypes = new Dictionary<string, Type>
    {
        ["account"] = typeof(Account),
        ["account_link"] = typeof(AccountLink),
        ["balance"] = typeof(Balance),
        ["balance_transaction"] = typeof(BalanceTransaction),
        ["billing_portal.session"] = typeof(BillingPortal.Session),
        ["charge"] = typeof(Charge),
        ["checkout.session"] = typeof(Checkout.Session),
        ["customer"] = typeof(Customer),
        ["dispute"] = typeof(Dispute),
        ["event"] = typeof(Event),
        ["invoice"] = typeof(Invoice),
        ["item"] = typeof(LineItem),
        ["login_link"] = typeof(LoginLink),
        ["payment_intent"] = typeof(PaymentIntent),
        ["payout"] = typeof(Payout),
        ["price"] = typeof(Price),
        ["refund"] = typeof(Refund),
        ["subscription"] = typeof(Subscription),
        ["subscription_item"] = typeof(SubscriptionItem),
        ["transfer"] = typeof(Transfer),
        ["transfer_reversal"] = typeof(TransferReversal),
    }.ToFrozenDictionary();
}
