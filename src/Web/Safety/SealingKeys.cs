using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Solidarity.Domain;
using Solidarity.Domain.Nodes;
using Solidarity.Web.Setup;

namespace Solidarity.Web.Safety;

/// <summary>Keeps the keys that cookies, forms and links are sealed with in the database, so that what one node has sealed every node can open.</summary>
/// <param name="files">Where they were kept before: what is there is taken over once.</param>
/// <param name="secret">What they are encrypted with there; null leaves them open, as in development.</param>
internal sealed class SealingKeys(IServiceScopeFactory scopes, DirectoryInfo files, SealingSecret? secret) : IXmlRepository
{
    private const string KeyElement = "key";

    /// <summary>The newest that this node knew when it found that a key was lacking: of two nodes that find so, one can store the next.</summary>
    private volatile int _known;

    /// <exception cref="SettingWrong">The secret is not the one that a key was sealed with: a node that went on would make new ones for everybody.</exception>
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<SolidarityDb>();
        if (files.Exists && !db.SealingKeys.Any())
            TakeOver(db);
        var rows = db.SealingKeys.OrderBy(k => k.Id).Select(k => new { k.Id, k.Xml }).ToList();
        _known = rows.Count == 0 ? 0 : rows[^1].Id;
        return [.. rows.Select(r => Shut(db, r.Id, r.Xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<SolidarityDb>();
        var isKey = element.Name.LocalName == KeyElement;
        var id = 1 + (isKey ? _known : db.SealingKeys.Max(k => (int?)k.Id) ?? 0);
        db.SealingKeys.Add(new SealingKey { Id = id, Name = friendlyName, Xml = Written(element) });
        // A key that another node has made meanwhile is everybody's: whoever stores one reads all of them again.
        if (!TrySave(db) && !isKey)
            StoreElement(element, friendlyName);
    }

    private string Written(XElement element) => (secret?.Wrap(element) ?? element).ToString(SaveOptions.DisableFormatting);

    /// <summary>What lay open, from before there was a secret or by a node that has none, does so no longer. Whichever node comes first does it.</summary>
    private XElement Shut(SolidarityDb db, int id, string xml)
    {
        var element = XElement.Parse(xml);
        foreach (var part in SealingSecret.SealedParts(element))
            MustOpen(part);
        if (secret is null || !SealingSecret.LiesOpen(element))
            return element;
        var shut = Written(element);
        db.SealingKeys.Where(k => k.Id == id && k.Xml == xml).ExecuteUpdate(set => set.SetProperty(k => k.Xml, shut));
        return XElement.Parse(shut);
    }

    private void MustOpen(XElement part)
    {
        const string Otherwise = "Give every node the one that they were sealed with; if it is lost, take out the rows of \"SealingKeys\": new keys are made, and everybody signs in again.";
        if (secret is null)
            throw new SettingWrong(SealingSecret.Setting, $"is missing, and keys in the database are sealed with one. {Otherwise}");
        try
        {
            secret.Decrypt(part);
        }
        catch (CryptographicException)
        {
            throw new SettingWrong(SealingSecret.Setting, $"does not open the keys in the database. {Otherwise}");
        }
    }

    private void TakeOver(SolidarityDb db)
    {
        var id = 0;
        foreach (var file in files.EnumerateFiles("key-*.xml").OrderBy(f => f.Name, StringComparer.Ordinal))
            db.SealingKeys.Add(new SealingKey { Id = ++id, Name = Path.GetFileNameWithoutExtension(file.Name), Xml = Written(XElement.Load(file.FullName)) });
        TrySave(db);
    }

    /// <returns>False where another node has taken the number.</returns>
    private static bool TrySave(SolidarityDb db)
    {
        var ids = db.ChangeTracker.Entries<SealingKey>().Select(e => e.Entity.Id).ToList();
        try
        {
            db.SaveChanges();
            return true;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (!db.SealingKeys.Any(k => ids.Contains(k.Id)))
                throw;
            return false;
        }
    }
}

public static class SealingSetup
{
    public static void AddSharedSealing(this IServiceCollection services, Settings settings)
    {
        var secret = settings.SealingSecret is { } given ? new SealingSecret(given) : null;
        if (secret is not null)
            services.AddSingleton(secret);
        services.AddDataProtection().SetApplicationName("Solidarity");
        services.AddOptions<KeyManagementOptions>().Configure<IServiceScopeFactory>((options, scopes) =>
        {
            options.XmlRepository = new SealingKeys(scopes, new DirectoryInfo(Path.Combine(settings.Data, "keys")), secret);
            options.XmlEncryptor = secret;
        });
    }

    /// <summary>Encrypts what lies open in a database that is ready. Again and again, and from several nodes at once, does no harm.</summary>
    /// <returns>Why the site must not start, or null.</returns>
    public static string? ShutSealingKeys(this IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<IOptions<KeyManagementOptions>>().Value.XmlRepository!.GetAllElements();
            return null;
        }
        catch (SettingWrong e)
        {
            return e.Message;
        }
    }
}
