namespace Solidarity.Domain.Donations;

/// <summary>How small and how large one online gift may be. Below, fees eat it; above, a bank transfer is the better way.</summary>
public static class GiftLimits
{
    /// <summary>About one euro in round money, and never less than Stripe takes (https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts).</summary>
    public static Money Smallest(Currency currency) => new(Majors(currency) * currency.MinorPerMajor, currency);

    /// <summary>Ten thousand times the smallest.</summary>
    public static Money Largest(Currency currency) => new(10_000 * Smallest(currency).Minor, currency);

    /// <summary>The smallest gift in major units: amounts that are offered are multiples of it.</summary>
    public static long Majors(Currency currency) => currency.Code switch
    {
        "PLN" or "RON" or "BRL" => 5,
        "SEK" or "NOK" or "DKK" or "MAD" => 10,
        "CZK" => 25,
        "TRY" => 50,
        "JPY" => 150,
        "XAF" or "XOF" => 500,
        "KRW" => 1_500,
        "VND" => 25_000,
        _ => 1,
    };
}
