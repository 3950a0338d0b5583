using System.Resources;
using Solidarity.Domain;

namespace Solidarity.App.Tests.Site;

/// <summary>What a page should say, from the texts themselves, spaces as one.</summary>
public static class Words
{
    public static string Of<TTopic>(string language, string key, params object[] args)
    {
        var culture = Languages.CultureOf(language);
        var text = new ResourceManager(typeof(TTopic).FullName!, typeof(TTopic).Assembly).GetString(key, culture)
            ?? throw new MissingManifestResourceException($"{typeof(TTopic).Name} has no {key}.");
        return Page.Plain(string.Format(culture, text, args));
    }

    public static string Of(string language, Money money) => Page.Plain(MoneyText.Format(money, Languages.CultureOf(language)));

    public static string Of(string language, Reason reason, params object[] args) => Of<Web.Texts.Refusals>(language, reason.ToString(), args);

    public static TheoryData<string> AllLanguages { get; } = [.. Languages.All];

}
