using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Solidarity.StripeSandbox.Pages;

/// <summary>One of the five languages of the hosted pages, with its texts (Pages/Texts/*.json).</summary>
internal sealed class Language
{
    private static readonly Dictionary<string, Language> All =
        new[] { "fr", "nl", "en", "it", "de" }.ToDictionary(code => code, code => new Language(code));

    private readonly Dictionary<string, string> texts;

    private Language(string code)
    {
        Code = code;
        Culture = CultureInfo.GetCultureInfo(code);
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(code + ".json")!;
        texts = JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    }

    public static Language English => All["en"];

    public string Code { get; }

    public CultureInfo Culture { get; }

    public string this[string key] => texts[key];

    /// <summary>The session's locale, else the browser's first choice among the five, else English.</summary>
    public static Language Choose(string? locale, HttpRequest request)
    {
        var wishes = request.GetTypedHeaders().AcceptLanguage.OrderByDescending(wish => wish.Quality ?? 1).Select(wish => wish.Value.ToString());
        return wishes.Prepend(locale ?? "").Select(wish => All.GetValueOrDefault(wish.Split('-')[0].ToLowerInvariant()))
            .FirstOrDefault(found => found is not null) ?? All["en"];
    }

    /// <summary>An amount in minor units as people write it.</summary>
    public string Money(long amount, string currency)
    {
        var decimals = Currencies.Decimals(currency);
        var number = ((decimal)amount / (decimal)Math.Pow(10, decimals)).ToString("N" + decimals, Culture);
        var sign = currency == "eur" ? "€" : currency.ToUpperInvariant();
        return Code switch
        {
            "en" when sign == "€" => sign + number,
            "en" or "nl" => $"{sign}\u00a0{number}",
            _ => $"{number}\u00a0{sign}",
        };
    }
}
