namespace Solidarity.StripeSandbox.Books;

/// <summary>
/// What Stripe keeps, in minor units, by its European prices (https://stripe.com/en-be/pricing): 1.5 % + 0.25 EUR for a
/// standard card of the European Economic Area, 0.35 EUR for a SEPA direct debit, 20 EUR for a dispute.
/// </summary>
internal static class Fees
{
    /// <summary>Rounded half up to the minor unit.</summary>
    public static long Card(long amount, string currency) => (amount * 15 + 500) / 1000 + Currencies.FixedFee(currency);

    public static long SepaDebit(string currency) => currency == "eur" ? 35 : Currencies.FixedFee(currency) * 35 / 25;

    public static long Dispute(string currency) => Currencies.FixedFee(currency) * 80;
}
