using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Donations;
using Solidarity.Faults.Running;
using Solidarity.TestDatabases;
using Xunit.Abstractions;

namespace Solidarity.Faults.Backups;

/// <summary>Archives are taken by a process of its own while givers give; each is restored elsewhere and is whole.</summary>
public sealed class BackedUpWhileGivingTests(ITestOutputHelper output)
{
    private const int Archives = 3;
    private const int GiversAtOnce = 6;

    [Fact]
    public async Task What_is_restored_is_of_one_moment_and_its_books_agree()
    {
        await using var installation = await Installation.StartAsync();
        var site = installation.Site;
        WritePicture(site.Data);
        using var enough = new CancellationTokenSource();
        var giving = GiveAsync(installation, enough.Token);
        var folder = Path.GetDirectoryName(site.Data)!;
        var taken = new List<(Archive Archive, int Before, int After)>();
        for (var i = 1; i <= Archives; i++)
        {
            var paid = await CountAsync(site, site.Data) + 8;
            await Installation.UntilAsync("nobody gave", async () => await CountAsync(site, site.Data) >= paid);
            var (archive, before) = (new Archive(site, Path.Combine(folder, $"backup-{i}.zip")), await CountAsync(site, site.Data));
            await archive.TakeAsync();
            taken.Add((archive, before, await CountAsync(site, site.Data)));
        }

        await enough.CancelAsync();
        var gifts = await giving;
        Assert.Empty(installation.Giver.Surprises);
        foreach (var (archive, before, after) in taken)
        {
            var elsewhere = Path.Combine(folder, $"elsewhere-{before}");
            var said = await archive.RestoreAsync(elsewhere);
            Assert.Equal("a picture", await File.ReadAllTextAsync(Path.Combine(elsewhere, "pictures", "token", "60.webp")));
            var restored = await CountAsync(site, elsewhere);
            Assert.InRange(restored, before, after);
            output.WriteLine($"Taken between {before} and {after} of {gifts} gifts, restored with {restored} paid. {said}");
            await OwnDatabase.Of(elsewhere).DisposeAsync();
        }
    }

    /// <summary>Whatever the site comes to keep as files must be in the archive, or be named here as left out.</summary>
    [Fact]
    public async Task Nothing_that_the_site_keeps_is_forgotten()
    {
        await using var installation = await Installation.StartAsync();
        await installation.Giver.GiveAsync(new PlannedGift(1, 2500, 0, AddFees: false, Paying.Card, Clicks: 1), "one", CancellationToken.None);
        await Installation.UntilAsync("the gift was not paid", async () => await CountAsync(installation.Site, installation.Site.Data) == 1);
        // What is mailed in development alone, and the write-ahead log, whose rows are in the copy.
        string[] known = ["keys", "mailbox", "pictures", "solidarity.db", "solidarity.db-shm", "solidarity.db-wal"];
        Assert.Empty(Directory.EnumerateFileSystemEntries(installation.Site.Data).Select(e => Path.GetFileName(e)).Except(known));
    }

    private static void WritePicture(string data)
    {
        var folder = Directory.CreateDirectory(Path.Combine(data, "pictures", "token")).FullName;
        File.WriteAllText(Path.Combine(folder, "60.webp"), "a picture");
    }

    /// <returns>How many were given.</returns>
    private static async Task<int> GiveAsync(Installation installation, CancellationToken enough)
    {
        var count = 0;
        await Task.WhenAll(Enumerable.Range(0, GiversAtOnce).Select(async _ =>
        {
            while (!enough.IsCancellationRequested)
            {
                var number = Interlocked.Increment(ref count);
                await installation.Giver.GiveAsync(new PlannedGift(number, 1000 + number, number % 3, AddFees: true, Paying.Card, Clicks: 1), $"backup-{number}", CancellationToken.None);
            }
        }));
        return count;
    }

    private static async Task<int> CountAsync(Running.Site site, string data)
    {
        await using var db = site.Database(data);
        var paid = await db.Donations.CountAsync(d => d.Status == DonationStatus.Paid);
        SqliteConnection.ClearAllPools();
        return paid;
    }
}
