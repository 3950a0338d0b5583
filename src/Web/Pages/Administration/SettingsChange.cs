using Solidarity.Domain;
using Solidarity.Domain.Settings;
using Solidarity.Web.Language;

namespace Solidarity.Web.Pages.Administration;

/// <summary>One thing that differs between two versions of the settings.</summary>
/// <param name="What">A key of the page's texts.</param>
/// <param name="Language">For texts.</param>
public sealed record SettingsChange(string What, string? Language, string? Before, string? After)
{
    public static IReadOnlyList<SettingsChange> Between(SiteSettings before, SiteSettings after) =>
    [
        .. Plain(before, after)
            .Concat(Languages.All.Select(l => new SettingsChange("LegalText", l, before.Legal.GetValueOrDefault(l), after.Legal.GetValueOrDefault(l))))
            .Concat(Languages.All.Select(l => new SettingsChange("PrivacyText", l, before.Privacy.GetValueOrDefault(l), after.Privacy.GetValueOrDefault(l))))
            .Where(c => c.Before != c.After),
    ];

    private static List<SettingsChange> Plain(SiteSettings before, SiteSettings after) =>
    [
        new("SiteName", null, before.Name, after.Name),
        new("Logo", null, before.Logo?.Path, after.Logo?.Path),
        new("FeeRule", null, before.FeeBearer.ToString(), after.FeeBearer.ToString()),
        new("LanguagesOffered", null, Names(before), Names(after)),
        new("DefaultCurrency", null, before.Currency, after.Currency),
    ];

    private static string Names(SiteSettings settings) => string.Join(", ", settings.Languages.Select(LanguageLinks.OwnName));
}
