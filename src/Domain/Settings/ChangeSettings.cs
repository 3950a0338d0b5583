using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Trail;

namespace Solidarity.Domain.Settings;

/// <summary>Saves another version of the settings.</summary>
public sealed class ChangeSettings(SolidarityDb db, TimeProvider clock)
{
    /// <param name="basedOn">The version that the form showed; 0 for none.</param>
    /// <exception cref="Refusal">Everything that is wrong; or somebody else saved another version meanwhile.</exception>
    public async Task RunAsync(SiteSettings wanted, int basedOn, Guid by, CancellationToken cancel)
    {
        Check(wanted);
        if (await db.NewestSettingsAsync(cancel) is { } newest && newest.Id != basedOn)
            throw new Refusal(Reason.SettingsChanged);
        var now = clock.GetUtcNow();
        var version = new SettingsVersion { Id = basedOn + 1, At = now, ById = by, Json = wanted.ToJson() };
        db.SettingsVersions.Add(version);
        db.Note("SettingsChanged", by, now, subject: version.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await db.SettingsVersions.AllAsync(v => v.Id != version.Id, cancel))
                throw;
            throw new Refusal(Reason.SettingsChanged);
        }
    }

    private static void Check(SiteSettings wanted)
    {
        var asked = new FormWords();
        asked.That(!(wanted.Name?.Length > SiteSettings.LongestName), Reason.NameTooLong, "name", SiteSettings.LongestName);
        asked.That(wanted.Languages.Count > 0 && wanted.Languages.All(Languages.Speaks), Reason.LanguagesMissing, "languages-" + Languages.All[0]);
        asked.That(Currency.TryOf(wanted.Currency, out _), Reason.CurrencyUnknown, "currency");
        foreach (var (language, text) in wanted.Legal)
            asked.That(text.Length <= SiteSettings.LongestText, Reason.TextTooLong, "legal-" + language, SiteSettings.LongestText);
        foreach (var (language, text) in wanted.Privacy)
            asked.That(text.Length <= SiteSettings.LongestText, Reason.TextTooLong, "privacy-" + language, SiteSettings.LongestText);
        asked.Refuse();
    }
}

public static class NewestSettings
{
    /// <summary>Null where nobody has changed any.</summary>
    public static Task<SettingsVersion?> NewestSettingsAsync(this SolidarityDb db, CancellationToken cancel) =>
        db.SettingsVersions.AsNoTracking().OrderByDescending(v => v.Id).FirstOrDefaultAsync(cancel);
}
