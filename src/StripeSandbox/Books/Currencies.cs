namespace Solidarity.StripeSandbox.Books;

/// <summary>
/// Currencies the sandbox knows, with Stripe's smallest charge and the fixed part of the card fee, both in minor units.
/// Sources: https://docs.stripe.com/currencies (minimums, zero-decimal currencies) and https://stripe.com/pricing of a
/// European account (0.25 EUR); fixed parts in other currencies are round equivalents.
/// </summary>
internal static class Currencies
{
    public const long LargestCharge = 99_999_999;

    private static readonly Dictionary<string, (int Decimals, long SmallestCharge, long FixedFee)> Known = new()
    {
        ["eur"] = (2, 50, 25),
        ["usd"] = (2, 50, 30),
        ["gbp"] = (2, 30, 20),
        ["chf"] = (2, 50, 30),
        ["sek"] = (2, 300, 180),
        ["nok"] = (2, 300, 200),
        ["dkk"] = (2, 250, 180),
        ["pln"] = (2, 200, 100),
        ["czk"] = (2, 1500, 650),
        ["huf"] = (2, 17500, 8500),
        ["ron"] = (2, 200, 125),
        ["cad"] = (2, 50, 30),
        ["aud"] = (2, 50, 30),
        ["nzd"] = (2, 50, 30),
        ["mad"] = (2, 500, 250),
        ["jpy"] = (0, 50, 40),
        ["krw"] = (0, 500, 350),
        ["xof"] = (0, 300, 165),
        ["xaf"] = (0, 300, 165),
        ["xpf"] = (0, 60, 30),
        ["clp"] = (0, 500, 250),
        ["vnd"] = (0, 13000, 6500),
        ["tnd"] = (3, 1500, 800),
        ["kwd"] = (3, 160, 80),
    };

    public static IEnumerable<string> All => Known.Keys;

    public static bool IsKnown(string currency) => Known.ContainsKey(currency.ToLowerInvariant());

    /// <summary>How many decimals the minor unit has: 0 for yen, 2 for euro, 3 for dinar.</summary>
    public static int Decimals(string currency) => Known[currency].Decimals;

    public static long SmallestCharge(string currency) => Known[currency].SmallestCharge;

    /// <summary>What stands for 0.25 EUR.</summary>
    public static long FixedFee(string currency) => Known[currency].FixedFee;

    /// <summary>For messages: <c>€5.00 eur</c> without the sign.</summary>
    public static string Words(long amount, string currency)
    {
        var scale = (decimal)Math.Pow(10, Decimals(currency));
        return (amount / scale).ToString($"0.{new string('0', Decimals(currency))}", System.Globalization.CultureInfo.InvariantCulture) + " " + currency;
    }
}
