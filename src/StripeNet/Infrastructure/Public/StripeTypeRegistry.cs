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
        ["charge"] = typeof(Charge),
        ["checkout.session"] = typeof(Checkout.Session),
        ["dispute"] = typeof(Dispute),
        ["event"] = typeof(Event),
        ["login_link"] = typeof(LoginLink),
        ["payment_intent"] = typeof(PaymentIntent),
        ["payout"] = typeof(Payout),
        ["refund"] = typeof(Refund),
        ["transfer"] = typeof(Transfer),
        ["transfer_reversal"] = typeof(TransferReversal),
    }.ToFrozenDictionary();
}
