using System.Globalization;
using Solidarity.Domain;

namespace Solidarity.Jobs.Texts;

/// <summary>How one of the five languages writes money and dates in mails and receipts.</summary>
public sealed class Locale
{
    public static readonly IReadOnlyList<Locale> All = [.. Languages.All.Select(l => new Locale(l))];

    private Locale(string language) => (Language, Culture) = (language, Languages.CultureOf(language));

    /// <summary>Two letters.</summary>
    public string Language { get; }

    public CultureInfo Culture { get; }

    /// <summary>The locale of a language tag such as <c>fr</c> or <c>fr-CH</c>; English where there is none.</summary>
    public static Locale For(string language) =>
        All.FirstOrDefault(l => language.Equals(l.Language, StringComparison.OrdinalIgnoreCase)
            || language.StartsWith(l.Language + "-", StringComparison.OrdinalIgnoreCase)) ?? For(Languages.Default);

    /// <summary>An amount with its currency: 25,00 €, or €25.00.</summary>
    /// <param name="minor">In the currency's smallest unit.</param>
    /// <param name="currency">ISO 4217, such as EUR.</param>
    public string Money(long minor, string currency) => MoneyText.Format(new Money(minor, Currency.Of(currency)), Culture);

    /// <summary>The day that it was there and then: 3 août 2026.</summary>
    public string Day(DateTimeOffset moment, TimeZoneInfo zone) => Day(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime));

    /// <summary>3 août 2026.</summary>
    public string Day(DateOnly day)
    {
        var first = day.Day == 1 && Language == "fr";
        return day.ToString(Language == "de" ? "d. MMMM yyyy" : first ? "d'er' MMMM yyyy" : "d MMMM yyyy", Culture);
    }
}
