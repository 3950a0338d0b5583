using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;
using Solidarity.Domain;

namespace Solidarity.Web.Texts;

/// <summary>What pages say with numbers and amounts in it.</summary>
public static class Saying
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>"1 gift", "2 gifts": the text "key.1" or "key.n". French counts zero as one thing, the others as many.</summary>
    /// <remarks>Of our five languages; CLDR's further category for millions in French and Italian ("un million de dons") needs words, not digits.</remarks>
    public static LocalizedString Count(this IStringLocalizer texts, string key, long number, params object[] more)
    {
        var one = number == 1 || (number == 0 && CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr");
        return texts[$"{key}.{(one ? "1" : "n")}", [Number(number), .. more]];
    }

    /// <summary>As <see cref="Count"/>, the number in bold.</summary>
    public static IHtmlContent CountBold(this IStringLocalizer texts, string key, long number)
    {
        var digits = Encoder.Encode(Number(number));
        return new HtmlString(Encoder.Encode(texts.Count(key, number).Value).Replace(digits, $"<strong>{digits}</strong>", StringComparison.Ordinal));
    }

    /// <summary>The text with pieces of HTML in its places.</summary>
    public static IHtmlContent Marked(this IStringLocalizer texts, string key, params IHtmlContent[] pieces) =>
        new HtmlString(string.Format(CultureInfo.InvariantCulture, Encoder.Encode(texts[key].Value), [.. pieces.Select(Html)]));

    public static IHtmlContent Tag(string name, string? cssClass, string words) =>
        new HtmlString($"<{name}{(cssClass is null ? "" : $" class=\"{cssClass}\"")}>{Encoder.Encode(words)}</{name}>");

    public static string Number(long number) => number.ToString("N0", CultureInfo.CurrentCulture);

    public static string Percent(long part, long whole) =>
        // Rounded down: 100 % is said once it is there.
        Math.Round((decimal)part / whole, 2, MidpointRounding.ToNegativeInfinity).ToString("P0", CultureInfo.CurrentCulture);

    /// <summary>As <see cref="Percent(long, long)"/>; what is there, but less than one in a hundred, is not said to be nothing. The text "LessThan" is the topic's.</summary>
    public static string Percent(this IStringLocalizer texts, long part, long whole) =>
        part > 0 && part * 100 < whole ? texts["LessThan", Percent(1, 100)] : Percent(part, whole);

    public static string Say(this Money money) => MoneyText.Format(money, CultureInfo.CurrentCulture);

    public static string SayShort(this Money money) => MoneyText.FormatShort(money, CultureInfo.CurrentCulture);

    private static string Html(IHtmlContent content)
    {
        using var writer = new StringWriter();
        content.WriteTo(writer, Encoder);
        return writer.ToString();
    }
}
