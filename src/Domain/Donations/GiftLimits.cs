namespace Solidarity.Domain.Donations;

/// <summary>How small and how large one online gift may be. Below, fees eat it; above, a bank transfer is the better way.</summary>
public static class GiftLimits
{
    /// <summary>One major unit.</summary>
    public static Money Smallest(Currency currency) => new(currency.MinorPerMajor, currency);

    /// <summary>Ten thousand major units.</summary>
    public static Money Largest(Currency currency) => new(10_000 * currency.MinorPerMajor, currency);
}
