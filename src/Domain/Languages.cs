using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Solidarity.Domain;

/// <summary>The languages that the platform speaks, by ISO 639-1 code, and the country whose way of writing numbers and dates each takes.</summary>
public static class Languages
{
    public const string Default = "en";

    private static readonly Dictionary<string, CultureInfo> Cultures = new()
    {
        ["fr"] = CultureInfo.GetCultureInfo("fr-BE"),
        ["nl"] = CultureInfo.GetCultureInfo("nl-BE"),
        // Ireland: the euro, and the day before the month.
        ["en"] = CultureInfo.GetCultureInfo("en-IE"),
        ["it"] = CultureInfo.GetCultureInfo("it-IT"),
        ["de"] = CultureInfo.GetCultureInfo("de-DE"),
    };

    public static IReadOnlyList<string> All { get; } = [.. Cultures.Keys];

    public static bool Speaks([NotNullWhen(true)] string? language) => language is not null && Cultures.ContainsKey(language);

    /// <summary>How that language writes money, numbers and dates; English for one that is not spoken.</summary>
    public static CultureInfo CultureOf(string language) => Cultures.GetValueOrDefault(language) ?? Cultures[Default];
}
