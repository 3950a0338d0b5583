using System.Globalization;
using System.Text.RegularExpressions;

namespace Solidarity.Domain;

/// <summary>Reads and writes amounts as people in one culture do: 1.000,50 in Dutch, 1,000.50 in English, 1 000,50 in French.</summary>
public static partial class MoneyText
{
    /// <summary>Reads an amount in major units that a person typed.</summary>
    /// <remarks>
    /// Group marks must stand where that culture puts them, so that "1.000,50" typed by an English reader is refused rather than guessed at.
    /// One mark followed by one or two digits is a decimal sign in any culture: groups have three digits, and phones offer only one key.
    /// </remarks>
    /// <exception cref="Refusal">The text is no amount of that currency.</exception>
    public static Money Parse(string? text, Currency currency, CultureInfo culture, string? field = null)
    {
        var typed = Symbols(currency).Aggregate(text ?? "", (t, symbol) => t.Replace(symbol, "", StringComparison.OrdinalIgnoreCase)).Trim();
        if (typed.Length == 0)
            throw new Refusal(Reason.AmountMissing, field);
        if (typed.StartsWith('-') || typed.StartsWith('\u2212'))
            throw new Refusal(Reason.AmountNotPositive, field);

        var (whole, fraction) = Separate(typed, culture.NumberFormat) ?? throw NotAnAmount(currency, culture, field);
        if (fraction.TrimEnd('0').Length > currency.Decimals)
            throw new Refusal(Reason.AmountTooFine, field, new Money(1, currency));
        if (!long.TryParse(whole + fraction.PadRight(currency.Decimals, '0')[..currency.Decimals], NumberStyles.None, CultureInfo.InvariantCulture, out var minor))
            throw new Refusal(Reason.AmountTooLarge, field, GiftLimits.Largest(currency));
        return new Money(minor, currency);
    }

    /// <summary>The amount as readers of that culture write it, currency sign included: "€12.50", "12,50 €".</summary>
    public static string Format(Money amount, CultureInfo culture)
    {
        var format = (NumberFormatInfo)culture.NumberFormat.Clone();
        format.CurrencySymbol = amount.Currency.Code == "EUR" ? "€" : amount.Currency.Code;
        format.CurrencyDecimalDigits = amount.Currency.Decimals;
        return amount.ToMajor().ToString("C", format);
    }

    /// <summary>As <see cref="Format"/>, without decimals where they are zero: for buttons and goals, not for books.</summary>
    public static string FormatShort(Money amount, CultureInfo culture)
    {
        if (amount.Minor % amount.Currency.MinorPerMajor != 0)
            return Format(amount, culture);
        var format = (NumberFormatInfo)culture.NumberFormat.Clone();
        format.CurrencySymbol = amount.Currency.Code == "EUR" ? "€" : amount.Currency.Code;
        format.CurrencyDecimalDigits = 0;
        return amount.ToMajor().ToString("C", format);
    }

    /// <summary>The bare number for an input field, which <see cref="Parse"/> reads back: "12.50", "12,50".</summary>
    public static string FormatInput(Money amount, CultureInfo culture) =>
        amount.ToMajor().ToString(amount.Minor % amount.Currency.MinorPerMajor == 0 ? "F0" : "F" + amount.Currency.Decimals, culture);

    private static (string Whole, string Fraction)? Separate(string typed, NumberFormatInfo format)
    {
        // People type any kind of space where their culture wants a narrow or a non-breaking one.
        var text = Spaces().Replace(typed, " ");
        var group = Spaces().Replace(format.NumberGroupSeparator, " ");

        if (OnePlainMark().Match(text) is { Success: true } plain)
            return (plain.Groups["whole"].Value, plain.Groups["fraction"].Value);

        var grouped = Regex.Match(text, $@"^(?<whole>[1-9]\d{{0,2}}({Regex.Escape(group)}\d{{3}})+|\d+)({Regex.Escape(format.NumberDecimalSeparator)}(?<fraction>\d+))?$",
            RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        return grouped.Success && text.All(c => !char.IsDigit(c) || char.IsAsciiDigit(c))
            ? (grouped.Groups["whole"].Value.Replace(group, "", StringComparison.Ordinal), grouped.Groups["fraction"].Value)
            : null;
    }

    private static Refusal NotAnAmount(Currency currency, CultureInfo culture, string? field) =>
        new(Reason.AmountNotANumber, field, FormatInput(new Money(1250 * currency.MinorPerMajor / 100, currency), culture));

    private static string[] Symbols(Currency currency) => currency.Code == "EUR" ? ["€", "EUR"] : [currency.Code];

    [GeneratedRegex(@"[\s\u00A0\u202F\u2009'’]")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(?<whole>[0-9]+)[.,](?<fraction>[0-9]{1,2})$", RegexOptions.CultureInvariant)]
    private static partial Regex OnePlainMark();
}
