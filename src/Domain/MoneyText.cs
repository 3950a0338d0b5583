using System.Globalization;
using System.Text.RegularExpressions;
using Solidarity.Domain.Donations;

namespace Solidarity.Domain;

/// <summary>Reads and writes amounts as people in one culture do: 1.000,50 in Dutch, 1,000.50 in English, 1 000,50 in French.</summary>
public static partial class MoneyText
{
    /// <summary>Reads an amount in major units that a person typed.</summary>
    /// <remarks>
    /// Group marks must stand where that culture puts them, so that "1.000,50" typed by an English reader is refused rather than guessed at.
    /// One mark followed by one or two digits is a decimal sign in any culture: groups have three digits, and phones offer only one key.
    /// A decimal sign followed by more digits than the currency has is refused even if they are zeros: "1.000" is one thousand to a Dutch
    /// reader, and an English one who means one would not write it.
    /// </remarks>
    /// <exception cref="Refusal">The text is no amount of that currency.</exception>
    public static Money Parse(string? text, Currency currency, CultureInfo culture, string? field = null)
    {
        var typed = WithoutSymbol(text ?? "", currency);
        if (typed.Length == 0)
            throw new Refusal(Reason.AmountMissing, field);
        var negative = typed[0] is '-' or '\u2212';
        if (negative)
            typed = WithoutSymbol(typed[1..], currency);

        var (whole, fraction) = Separate(typed, culture.NumberFormat) ?? throw (PerhapsThousands(typed, field) ?? NotAnAmount(currency, culture, field));
        if (negative)
            throw new Refusal(Reason.AmountNotPositive, field);
        if (fraction.Length > Math.Max(currency.Decimals, 2) || fraction.TrimEnd('0').Length > currency.Decimals)
            throw PerhapsThousands(typed, field) ?? new Refusal(Reason.AmountTooFine, field, new Money(1, currency));
        if (!long.TryParse(whole + fraction.PadRight(currency.Decimals, '0')[..currency.Decimals], NumberStyles.None, CultureInfo.InvariantCulture, out var minor))
            throw new Refusal(Reason.AmountTooLarge, field, GiftLimits.Largest(currency));
        return new Money(minor, currency);
    }

    /// <summary>The amount as readers of that culture write it, currency sign included: "€12.50", "12,50 €".</summary>
    public static string Format(Money amount, CultureInfo culture) => Format(amount, culture, amount.Currency.Decimals);

    /// <summary>As <see cref="Format(Money, CultureInfo)"/>, without decimals where they are zero: for buttons and goals, not for books.</summary>
    public static string FormatShort(Money amount, CultureInfo culture) =>
        Format(amount, culture, amount.Minor % amount.Currency.MinorPerMajor == 0 ? 0 : amount.Currency.Decimals);

    /// <summary>The bare number for an input field, which <see cref="Parse"/> reads back: "12.50", "12,50".</summary>
    public static string FormatInput(Money amount, CultureInfo culture) =>
        amount.ToMajor().ToString(amount.Minor % amount.Currency.MinorPerMajor == 0 ? "F0" : "F" + amount.Currency.Decimals, culture);

    private static string Format(Money amount, CultureInfo culture, int decimals)
    {
        var format = (NumberFormatInfo)culture.NumberFormat.Clone();
        format.CurrencyDecimalDigits = decimals;
        format.CurrencySymbol = amount.Currency.Code == "EUR" ? "€" : amount.Currency.Code;
        // Pattern 0 sets the sign right against the figure, which three letters do not bear.
        if (format.CurrencySymbol.Length > 1 && format.CurrencyPositivePattern == 0)
            format.CurrencySymbol += "\u00A0";
        // .NET sets a common space between figure and sign, at which a line could break.
        return amount.ToMajor().ToString("C", format).Replace(' ', '\u00A0');
    }

    private static (string Whole, string Fraction)? Separate(string typed, NumberFormatInfo format)
    {
        // People type any kind of space where their culture wants a narrow or a non-breaking one.
        var text = Spaces().Replace(typed, " ");
        var group = Spaces().Replace(format.NumberGroupSeparator, " ");

        if (OnePlainMark().Match(text) is { Success: true } plain)
            return (plain.Groups["whole"].Value, plain.Groups["fraction"].Value);

        // A space between groups of three is a group mark to everybody.
        var grouped = Regex.Match(text, $@"^(?<whole>[1-9][0-9]{{0,2}}(({Regex.Escape(group)}[0-9]{{3}})+|( [0-9]{{3}})+)|[0-9]+)({Regex.Escape(format.NumberDecimalSeparator)}(?<fraction>[0-9]+))?$",
            RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        return grouped.Success ? (string.Concat(grouped.Groups["whole"].Value.Where(char.IsAsciiDigit)), grouped.Groups["fraction"].Value) : null;
    }

    /// <summary>Groups of three as another culture marks them: "1.500" of an Italian who reads English.</summary>
    private static Refusal? PerhapsThousands(string typed, string? field) =>
        Groups().IsMatch(typed) ? new Refusal(Reason.AmountPerhapsThousands, field, string.Concat(typed.Where(char.IsAsciiDigit))) : null;

    private static Refusal NotAnAmount(Currency currency, CultureInfo culture, string? field) =>
        new(Reason.AmountNotANumber, field, FormatInput(new Money(1250 * currency.MinorPerMajor / 100, currency), culture));

    /// <summary>The sign or code stands before or after the number. Within it, as in 12€50, it is left to be refused: dropping it would make 1250.</summary>
    private static string WithoutSymbol(string text, Currency currency)
    {
        var typed = text.Trim();
        foreach (var symbol in Symbols(currency))
        {
            if (typed.StartsWith(symbol, StringComparison.OrdinalIgnoreCase))
                return typed[symbol.Length..].Trim();
            if (typed.EndsWith(symbol, StringComparison.OrdinalIgnoreCase))
                return typed[..^symbol.Length].Trim();
        }

        return typed;
    }

    private static string[] Symbols(Currency currency) => currency.Code == "EUR" ? ["€", "EUR"] : [currency.Code];

    [GeneratedRegex(@"^[1-9][0-9]{0,2}(\.[0-9]{3})+$|^[1-9][0-9]{0,2}(,[0-9]{3})+$", RegexOptions.CultureInvariant)]
    private static partial Regex Groups();

    // Not tabs or line ends: those come with two numbers pasted at once.
    [GeneratedRegex(@"[\p{Zs}'’]")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(?<whole>[0-9]+)[.,](?<fraction>[0-9]{1,2})$", RegexOptions.CultureInvariant)]
    private static partial Regex OnePlainMark();
}
