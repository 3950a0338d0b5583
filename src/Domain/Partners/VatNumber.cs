using System.Globalization;
using System.Text.RegularExpressions;

namespace Solidarity.Domain.Partners;

/// <summary>Numbers for value added tax in the Union, as each country writes them (https://ec.europa.eu/taxation_customs/vies/#/faq, question 11).</summary>
public static partial class VatNumber
{
    /// <summary>Longest that is kept: two letters and twelve signs.</summary>
    public const int Longest = 14;

    private const int LongestTyped = 40;

    private static readonly Dictionary<string, string> Forms = new()
    {
        ["AT"] = @"U\d{8}",
        ["BE"] = @"[01]\d{9}",
        ["BG"] = @"\d{9,10}",
        ["CY"] = @"\d{8}[A-Z]",
        ["CZ"] = @"\d{8,10}",
        ["DE"] = @"\d{9}",
        ["DK"] = @"\d{8}",
        ["EE"] = @"\d{9}",
        ["EL"] = @"\d{9}",
        ["ES"] = @"[A-Z0-9]\d{7}[A-Z0-9]",
        ["FI"] = @"\d{8}",
        ["FR"] = @"[A-HJ-NP-Z0-9]{2}\d{9}",
        ["HR"] = @"\d{11}",
        ["HU"] = @"\d{8}",
        ["IE"] = @"(\d{7}[A-Z]{1,2}|\d[A-Z+*]\d{5}[A-Z])",
        ["IT"] = @"\d{11}",
        ["LT"] = @"(\d{9}|\d{12})",
        ["LU"] = @"\d{8}",
        ["LV"] = @"\d{11}",
        ["MT"] = @"\d{8}",
        ["NL"] = @"[A-Z0-9+*]{12}",
        ["PL"] = @"\d{10}",
        ["PT"] = @"\d{9}",
        ["RO"] = @"\d{2,10}",
        ["SE"] = @"\d{12}",
        ["SI"] = @"\d{8}",
        ["SK"] = @"\d{10}",
        ["XI"] = @"(\d{9}|\d{12}|(GD|HA)\d{3})",
    };

    /// <summary>Reads a number as somebody typed it, with dots, dashes and spaces or none.</summary>
    /// <returns>With its country's letters and nothing between; null where it is none.</returns>
    public static string? Parse(string? typed)
    {
        if (typed is null || typed.Length > LongestTyped)
            return null;
        var number = Between().Replace(typed, "").ToUpperInvariant();
        if (number.Length < 4 || !Forms.TryGetValue(number[..2], out var form) || !Regex.IsMatch(number[2..], $"^{form}$", RegexOptions.CultureInvariant))
            return null;
        return number[..2] != "BE" || IsBelgian(number[2..]) ? number : null;
    }

    /// <summary>BE 0123.456.749; others with a space after the country.</summary>
    public static string Format(string number) =>
        number.StartsWith("BE", StringComparison.Ordinal) ? $"BE {number[2..6]}.{number[6..9]}.{number[9..]}" : $"{number[..2]} {number[2..]}";

    /// <summary>The last two digits are what the first eight lack to a multiple of 97.</summary>
    private static bool IsBelgian(string digits) =>
        97 - (int.Parse(digits[..8], CultureInfo.InvariantCulture) % 97) == int.Parse(digits[8..], CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[\s.\-\u2010-\u2015/]")]
    private static partial Regex Between();
}
