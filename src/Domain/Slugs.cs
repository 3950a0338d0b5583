using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Solidarity.Domain;

/// <summary>The words in addresses: lower-case letters, digits and hyphens, made of a title.</summary>
public static class Slugs
{
    private const int Longest = 60;

    /// <summary>Letters that do not fall apart into a plain one and a mark.</summary>
    private static readonly Dictionary<char, string> Whole = new()
    {
        ['ß'] = "ss",
        ['æ'] = "ae",
        ['œ'] = "oe",
        ['ø'] = "o",
        ['ł'] = "l",
        ['đ'] = "d",
        ['ð'] = "d",
        ['þ'] = "th",
        ['ı'] = "i",
        ['\''] = "",
        ['’'] = "",
    };

    /// <summary>"Été à l’île" becomes "ete-a-lile".</summary>
    /// <param name="otherwise">For a title without any such letter: in another script, say.</param>
    public static string Of(string title, string otherwise)
    {
        var slug = new StringBuilder();
        foreach (var letter in title.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (Whole.TryGetValue(letter, out var plain))
                slug.Append(plain);
            else if (char.IsAsciiLetterOrDigit(letter))
                slug.Append(letter);
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        var text = slug.Length > Longest ? slug.ToString(0, Longest) : slug.ToString();
        return text.Trim('-') is { Length: > 0 } some ? some : otherwise;
    }

    /// <summary>The slug itself, or with the first number that nobody has: soup, soup-2, soup-3.</summary>
    /// <param name="taken">At least those that are the slug, or begin with it and a hyphen.</param>
    public static string Free(string slug, IReadOnlyCollection<string> taken)
    {
        var free = slug;
        for (var number = 2; taken.Contains(free); number++)
            free = string.Create(CultureInfo.InvariantCulture, $"{slug}-{number}");
        return free;
    }

    /// <summary>As <see cref="Free"/>, of all those that are taken. Somebody else may take it before it is saved: <see cref="SolidarityDb.UntilFreeAsync"/>.</summary>
    public static async Task<string> FreeAsync(this IQueryable<string> taken, string slug, CancellationToken cancel) =>
        Free(slug, await taken.Where(s => s == slug || s.StartsWith(slug + "-")).ToListAsync(cancel));
}
