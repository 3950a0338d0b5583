using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Messages;
using Solidarity.Domain.People;
using Solidarity.Domain.Updates;
using Solidarity.Faults.Running;
using Solidarity.TestDatabases;
using Xunit.Abstractions;
using Site = Solidarity.Faults.Running.Site;

namespace Solidarity.Faults.KillNine;

/// <summary>
/// An update goes out to three thousand followers while the site is killed three times, at moments that a seed chooses: as soon as so many
/// mails are there. FAULTS_SEED repeats a run, FAULTS_FOLLOWERS (3000) makes it longer.
/// </summary>
public sealed class KilledWhileMailingTests(ITestOutputHelper output)
{
    private const int Kills = 3;
    private static readonly TimeSpan Within = TimeSpan.FromMinutes(4);

    private readonly int _seed = Number("FAULTS_SEED", Environment.TickCount & 0xFFFFFF);
    private readonly int _followers = Number("FAULTS_FOLLOWERS", 3000);

    [Fact]
    public async Task Every_follower_is_mailed_and_none_twice()
    {
        await using var installation = await Installation.StartAsync();
        var (site, random) = (installation.Site, new Random(_seed));
        await site.StopAsync();
        var update = await SeedAsync(site);
        var begin = TimeProvider.System.GetTimestamp();
        await site.StartAsync(installation.Http);
        for (var kill = 1; kill <= Kills; kill++)
        {
            // Also while it is planned, and while it starts again.
            var mails = random.Next((kill - 1) * _followers / (Kills + 1), kill * _followers / (Kills + 1));
            await UntilAsync(begin, $"{mails} mails were not there before kill {kill}", () => Task.FromResult(Mails(site).Count >= mails));
            await site.KillAsync();
            await site.StartAsync(installation.Http);
        }

        await UntilAsync(begin, "something is left in the outbox", async () =>
        {
            await using var db = site.Database();
            return await db.Mailings.CountAsync(d => d.SentAt != null) == _followers && !await db.Outbox.AnyAsync(m => m.State != MessageState.Done);
        });
        output.WriteLine($"FAULTS_SEED={_seed}: {_followers} followers, {Kills} kills, {TimeProvider.System.GetElapsedTime(begin).TotalSeconds:0} s.");
        await HoldAsync(site, update);
    }

    private async Task HoldAsync(Site site, Guid update)
    {
        var readers = Mails(site).Select(RecipientOf).ToList();
        Assert.Equal(_followers, readers.Count);
        Assert.Equal(_followers, readers.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        await using var db = site.Database();
        Assert.Equal(_followers, await db.Mailings.CountAsync(d => d.SubjectId == update));
        // Sent once means also: taken up again only where a killed process had held it.
        var tried = await db.Outbox.Where(m => m.Kind == OutboxKinds.Mailing).SumAsync(m => m.Attempts);
        Assert.InRange(tried, _followers, _followers + (Kills * 50));
    }

    /// <summary>Followers, and an update that was published this moment, as the workspace leaves it.</summary>
    private async Task<Guid> SeedAsync(Site site)
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var db = site.Database();
        var project = await db.Projects.SingleAsync();
        var author = Person.New("author@mail.example", "Author", "en", now);
        var update = new Update
        {
            Id = Guid.CreateVersion7(now),
            ProjectId = project.Id,
            Number = 1,
            Language = "en",
            Title = "The soup is ready",
            Body = "Three thousand bowls, **thank you**.",
            AuthorId = author.Id,
            CreatedAt = now,
        };
        db.AddRange(author, update);
        var languages = Languages.All;
        for (var i = 0; i < _followers; i++)
        {
            var address = $"follower{i}@mail.example";
            db.Add(MailChoice.New(address));
            db.Add(new Follow
            {
                Id = Guid.CreateVersion7(now),
                ProjectId = project.Id,
                Email = address,
                Token = UnguessableToken.Create(),
                Language = languages[i % languages.Count],
                Source = FollowSource.Form,
                CreatedAt = now,
                ConfirmedAt = now,
            });
        }

        await db.SaveChangesAsync();
        await new PublishUpdate(db, TimeProvider.System).NowAsync(project.Id, update.Id, update.Version, author.Id, CancellationToken.None);
        await OwnDatabase.Of(site.Data).LetGoAsync();
        return update.Id;
    }

    private async Task UntilAsync(long begin, string what, Func<Task<bool>> isSo)
    {
        while (!await isSo())
        {
            if (TimeProvider.System.GetElapsedTime(begin) > Within)
                throw new TimeoutException($"FAULTS_SEED={_seed}: {what} within {Within}.");
            await Task.Delay(100);
        }
    }

    private static List<string> Mails(Site site) => Directory.Exists(site.Mailbox) ? [.. Directory.EnumerateFiles(site.Mailbox, "*.eml")] : [];

    private static string RecipientOf(string file)
    {
        var line = File.ReadLines(file).First(l => l.StartsWith("To: ", StringComparison.Ordinal));
        return line["To: ".Length..].Trim('<', '>', ' ');
    }

    private static int Number(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
