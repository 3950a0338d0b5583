using System.Globalization;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Settings;

namespace Solidarity.Web.Pages.Administration;

/// <summary>The settings as the form holds them, whatever was typed.</summary>
/// <param name="BasedOn">The version that the form began with; 0 for none.</param>
/// <param name="LogoId">A picture that was uploaded, now or before.</param>
public sealed record SettingsForm(
    int BasedOn, string? Name, Guid? LogoId, IReadOnlyDictionary<string, string> Legal, IReadOnlyDictionary<string, string> Privacy, FeeBearer FeeBearer, IReadOnlyList<string> Languages, string Currency)
{
    public static string LegalField(string language) => "legal-" + language;

    public static string PrivacyField(string language) => "privacy-" + language;

    public static string LanguageField(string language) => "languages-" + language;

    public static SettingsForm Of(SiteSettings settings, int version) => new(
        version, settings.Name, settings.Logo?.Id, settings.Legal, settings.Privacy, settings.FeeBearer, settings.Languages, settings.Currency);

    public static SettingsForm Read(IFormCollection form) => new(
        int.TryParse(form["basedOn"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0,
        CleanText.OneLine(form["name"]),
        form["removeLogo"] != "true" && Guid.TryParse(form["logo"], out var logo) ? logo : null,
        Texts(form, LegalField),
        Texts(form, PrivacyField),
        Enum.TryParse<FeeBearer>(form["feeBearer"], out var bearer) && Enum.IsDefined(bearer) ? bearer : FeeBearer.Recipient,
        [.. Domain.Languages.All.Where(l => form[LanguageField(l)] == "true")],
        form["currency"].ToString());

    public SiteSettings With(SiteLogo? logo) => new()
    {
        Name = Name,
        Logo = logo,
        Legal = Legal,
        Privacy = Privacy,
        FeeBearer = FeeBearer,
        Languages = Languages,
        Currency = Domain.Currency.TryOf(Currency, out var known) ? known.Code : Currency,
    };

    private static Dictionary<string, string> Texts(IFormCollection form, Func<string, string> field) => Domain.Languages.All
        .Select(l => KeyValuePair.Create(l, CleanText.Lines(form[field(l)]))).Where(t => t.Value is not null).ToDictionary(t => t.Key, t => t.Value!);
}
