using System.Globalization;

namespace Solidarity.Jobs.Texts;

/// <summary>
/// How one of the five languages writes money and dates. The one place where a language gets its country: Belgium for French and
/// Dutch, Ireland for English (euro, and the day before the month), Italy and Germany.
/// </summary>
public sealed class Locale
{
    public static readonly Locale French = new("fr", "fr-BE");
    public static readonly Locale Dutch = new("nl", "nl-BE");
    public static readonly Locale English = new("en", "en-IE");
    public static readonly Locale Italian = new("it", "it-IT");
    public static readonly Locale German = new("de", "de-DE");

    public static readonly IReadOnlyList<Locale> All = [French, Dutch, English, Italian, German];

    private Locale(string language, string culture) => (Language, Culture) = (language, CultureInfo.GetCultureInfo(culture));

    /// <summary>Two letters.</summary>
    public string Language { get; }

    public CultureInfo Culture { get; }

    /// <summary>The locale of a language tag such as <c>fr</c> or <c>fr-CH</c>; English where there is none.</summary>
    public static Locale For(string language) =>
        All.FirstOrDefault(l => language.Equals(l.Language, StringComparison.OrdinalIgnoreCase)
            || language.StartsWith(l.Language + "-", StringComparison.OrdinalIgnoreCase)) ?? English;

    /// <summary>An amount with its currency: 25,00 €, or €25.00.</summary>
    /// <param name="minor">In the currency's smallest unit.</param>
    /// <param name="currency">ISO 4217, such as EUR.</param>
    /// <param name="decimals">How many decimals the currency has: 2 for EUR, 0 for JPY.</param>
    public string Money(long minor, string currency, int decimals)
    {
        var format = (NumberFormatInfo)Culture.NumberFormat.Clone();
        format.CurrencyDecimalDigits = decimals;
        var symbol = currency.ToUpperInvariant() switch { "EUR" => "€", "GBP" => "£", var code => code };
        // Pattern 0 sets the symbol right against the figure, which three letters do not bear.
        format.CurrencySymbol = symbol.Length > 1 && format.CurrencyPositivePattern == 0 ? symbol + "\u00A0" : symbol;
        // .NET sets a common space between figure and symbol, at which a line could break.
        return (minor / (decimal)Math.Pow(10, decimals)).ToString("C", format).Replace(' ', '\u00A0');
    }

    /// <summary>The day that it was there and then: 3 août 2026.</summary>
    public string Day(DateTimeOffset moment, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(moment, zone);
        var first = local.Day == 1 && this == French;
        return local.ToString(this == German ? "d. MMMM yyyy" : first ? "d'er' MMMM yyyy" : "d MMMM yyyy", Culture);
    }
}
