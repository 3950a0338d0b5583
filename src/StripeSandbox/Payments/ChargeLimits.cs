namespace Solidarity.StripeSandbox.Payments;

/// <summary>The smallest and largest amount that can be charged, minor units (https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts).</summary>
internal static class ChargeLimits
{
    public static void Check(long amount, string currency)
    {
        if (amount < Currencies.SmallestCharge(currency))
            throw Refuse.Malformed($"Amount must be at least {Currencies.Words(Currencies.SmallestCharge(currency), currency)}", "amount_too_small", "amount");
        if (amount > Currencies.LargestCharge)
            throw Refuse.Malformed($"Amount must be no more than {Currencies.Words(Currencies.LargestCharge, currency)}", "amount_too_large", "amount");
    }
}
