using System.Globalization;

namespace Solidarity.Domain;

/// <summary>A whole number of minor units (cents) of one currency. Two currencies never add.</summary>
/// <param name="Minor">Minor units; negative where money flows back.</param>
/// <param name="Currency">What the units are of.</param>
public readonly record struct Money(long Minor, Currency Currency) : IComparable<Money>
{
    public static Money Zero(Currency currency) => new(0, currency);

    public static Money Eur(long minor) => new(minor, Currency.Eur);

    public bool IsZero => Minor == 0;

    public bool IsPositive => Minor > 0;

    public static Money operator +(Money a, Money b) => new(checked(a.Minor + Same(a, b).Minor), a.Currency);

    public static Money operator -(Money a, Money b) => new(checked(a.Minor - Same(a, b).Minor), a.Currency);

    public static Money operator -(Money a) => new(checked(-a.Minor), a.Currency);

    public static bool operator <(Money a, Money b) => a.Minor < Same(a, b).Minor;

    public static bool operator >(Money a, Money b) => a.Minor > Same(a, b).Minor;

    public static bool operator <=(Money a, Money b) => a.Minor <= Same(a, b).Minor;

    public static bool operator >=(Money a, Money b) => a.Minor >= Same(a, b).Minor;

    public int CompareTo(Money other) => Minor.CompareTo(Same(this, other).Minor);

    /// <summary>
    /// Splits this amount in proportion to <paramref name="weights"/>, to the last minor unit: the parts always add up to the whole.
    /// What rounding leaves over goes to the largest remainders, the earlier first.
    /// </summary>
    /// <exception cref="ArgumentException">A weight is negative, or all are zero.</exception>
    public Money[] Split(params ReadOnlySpan<long> weights)
    {
        Int128 sum = 0;
        foreach (var weight in weights)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(weight, nameof(weights));
            sum += weight;
        }

        if (sum == 0)
            throw new ArgumentException("At least one weight must be positive.", nameof(weights));

        var parts = new long[weights.Length];
        var remainders = new (Int128 Remainder, int Index)[weights.Length];
        var (sign, whole) = (Math.Sign(Minor), Math.Abs(Minor));
        var left = whole;
        for (var i = 0; i < weights.Length; i++)
        {
            var (quotient, remainder) = Int128.DivRem((Int128)whole * weights[i], sum);
            parts[i] = (long)quotient;
            remainders[i] = (remainder, i);
            left -= parts[i];
        }

        foreach (var (_, index) in remainders.OrderByDescending(r => r.Remainder).ThenBy(r => r.Index).Take((int)left))
            parts[index]++;

        var currency = Currency;
        return [.. parts.Select(part => new Money(sign * part, currency))];
    }

    /// <summary>The amount for logs and commands, such as "EUR 12.50". Pages and mails format by the reader's culture instead.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Currency.Code} {ToMajor().ToString("F" + Currency.Decimals, CultureInfo.InvariantCulture)}");

    /// <summary>The amount in major units, exact, for formatting only: arithmetic stays in minor units.</summary>
    public decimal ToMajor() => (decimal)Minor / Currency.MinorPerMajor;

    private static Money Same(Money a, Money b) =>
        a.Currency == b.Currency ? b : throw new InvalidOperationException($"{a.Currency} and {b.Currency} do not add.");
}
