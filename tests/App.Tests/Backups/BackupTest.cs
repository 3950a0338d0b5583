using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Solidarity.Database.Sqlite;
using Solidarity.Domain;
using Solidarity.Domain.Messages;
using Solidarity.Web.Backups;
using WebSettings = Solidarity.Web.Setup.Settings;

namespace Solidarity.App.Tests.Backups;

/// <summary>A site's data with one picture and one row to tell it by, and an archive of it.</summary>
public abstract class BackupTest : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("solidarity-backups-").FullName;

    protected string Data => Path.Combine(_folder, "data");

    protected string Elsewhere => Path.Combine(_folder, "elsewhere");

    protected string Archive => Path.Combine(_folder, "backup.zip");

    public async Task InitializeAsync()
    {
        Write(Data, "pictures/token/60.webp", "a picture");
        Write(Data, "pictures/unfinished/half", "half of one");
        Write(Data, "keys/key-1.xml", "a key");
        Write(Data, "mailbox/1.eml", "a mail of development");
        await using var db = Open(Data);
        await db.Database.MigrateAsync();
        await MarkAsync(Data, "evt_kept");
    }

    public Task DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    protected static SolidarityDb Open(string data) =>
        new((DbContextOptions<SolidarityDb>)new DbContextOptionsBuilder<SolidarityDb>().UseSolidaritySqlite($"Data Source={Path.Combine(data, "solidarity.db")};Pooling=False").Options);

    protected static async Task MarkAsync(string data, string mark)
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var db = Open(data);
        db.Inbox.Add(new InboxMessage { EventId = mark, Kind = "test", ObjectId = "", CreatedAt = now, DueAt = now });
        await db.SaveChangesAsync();
    }

    protected static async Task<List<string>> MarksAsync(string data)
    {
        await using var db = Open(data);
        return await db.Inbox.Select(m => m.EventId).ToListAsync();
    }

    protected static WebSettings SettingsOf(string data, params (string Key, string Value)[] more)
    {
        var config = new ConfigurationBuilder().AddInMemoryCollection(
            more.Concat([("SOLIDARITY_DATA", data), ("Stripe:ApiKey", "sk_test_1"), ("Stripe:WebhookSecret", "whsec_1")]).ToDictionary(s => s.Item1, s => (string?)s.Item2)).Build();
        return WebSettings.TryRead(config, new HostingEnvironment { EnvironmentName = Environments.Development }, out var settings, out var wrong) ? settings : throw new InvalidOperationException(wrong);
    }

    protected async Task<Manifest> BackUpAsync(bool filesOnly = false, params (string, string)[] more)
    {
        await using var db = Open(Data);
        return await new TakeBackup(db, SettingsOf(Data, more), TimeProvider.System).RunAsync(Archive, filesOnly, CancellationToken.None);
    }

    protected Task<Restored> RestoreAsync(string? to = null, bool over = false, params (string, string)[] more) =>
        new RestoreBackup(SettingsOf(to ?? Elsewhere, more), TimeProvider.System).RunAsync(Archive, over, CancellationToken.None);

    protected static async Task<string> RefusedAsync(Func<Task> work) => (await Assert.ThrowsAsync<BackupTrouble>(work)).Message;

    protected static void Write(string data, string path, string text)
    {
        var file = Path.Combine(data, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
