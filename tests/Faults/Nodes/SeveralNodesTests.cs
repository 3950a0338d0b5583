using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Solidarity.Domain.Messages;
using Solidarity.Faults.Running;
using Solidarity.Jobs;
using Solidarity.Jobs.Engine;
using Solidarity.Jobs.Ledger;
using Solidarity.TestDatabases;
using Xunit.Abstractions;

namespace Solidarity.Faults.Nodes;

/// <summary>A reader's requests go to one site and the other in turn, as behind a proxy; two job nodes do what is promised, and one of them is killed.</summary>
public sealed partial class SeveralNodesTests(ITestOutputHelper output)
{
    private const int Gifts = 20;

    [Fact]
    public async Task Two_sites_and_two_job_nodes_are_one_for_whoever_comes()
    {
        await using var cluster = await Cluster.StartAsync();
        await OneProgramme.WriteAsync(cluster.Sites[0], 10);
        await SignInAndFormsAsync(cluster);
        await JobNodesAnswerHowTheyAreAsync(cluster);
        await PagesAndMailsAsync(cluster);
        if (!TestProvider.IsSqlite)
        {
            await OnceForAllNodesAsync(cluster);
            await WokenByOneThatRunsNoneAsync(cluster);
            await AnotherTakesOverAsync(cluster);
        }
    }

    /// <summary>The form comes from one node and goes to the other, and the session of one is good on the other.</summary>
    private static async Task SignInAndFormsAsync(Cluster cluster)
    {
        var cookies = new CookieContainer();
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies };
        using var http = new HttpClient(handler);
        var form = await http.GetStringAsync(new Uri(cluster.Sites[0].Address, "/sign-in"));
        using var content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = WebUtility.HtmlDecode(Token().Match(form).Groups[1].Value),
            ["Email"] = OneProgramme.Email,
            ["password"] = OneProgramme.Password,
        });
        // Both are 127.0.0.1: a cookie does not mind the port.
        using var signedIn = await http.PostAsync(new Uri(cluster.Sites[1].Address, "/sign-in"), content);
        Assert.True(signedIn.StatusCode is HttpStatusCode.Found or HttpStatusCode.SeeOther, await signedIn.Content.ReadAsStringAsync());
        foreach (var site in cluster.Sites)
        {
            using var account = await http.GetAsync(new Uri(site.Address, "/account"));
            Assert.Equal(HttpStatusCode.OK, account.StatusCode);
        }

        await using var db = cluster.Sites[0].Database();
        Assert.Equal(1, await db.SealingKeys.CountAsync());
    }

    private static async Task JobNodesAnswerHowTheyAreAsync(Cluster cluster)
    {
        using var live = await cluster.Http.GetAsync(new Uri(cluster.Jobs[0].Address, "/health/live"));
        using var home = await cluster.Http.GetAsync(new Uri(cluster.Jobs[0].Address, "/"));
        using var hook = await cluster.Http.PostAsync(new Uri(cluster.Jobs[0].Address, "/webhooks/stripe"), null);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (live.StatusCode, home.StatusCode, hook.StatusCode));
    }

    /// <summary>Gifts come in by one site, job nodes note that they are paid, and the other site's page, which is cached there, shows it.</summary>
    private async Task PagesAndMailsAsync(Cluster cluster)
    {
        var giver = new Giver(cluster.Sites[0], cluster.Http);
        var page = new Uri(cluster.Sites[1].Address, $"/campaigns/{OneCampaign.Slug}");
        var before = await cluster.Http.GetStringAsync(page);
        for (var i = 0; i < Gifts; i++)
        {
            await giver.GiveAsync(new PlannedGift(i, 1000, 0, false, Paying.Card, 1), $"nodes-{i}", CancellationToken.None);
            if (i == Gifts / 2)
                await cluster.Jobs[0].KillAsync();
            // Cached there again and again.
            await cluster.Http.GetStringAsync(page);
        }

        Assert.Empty(giver.Surprises);
        await Installation.UntilAsync("all gifts are paid", async () =>
        {
            await using var db = cluster.Sites[0].Database();
            return await db.Campaigns.Where(c => c.Slug == OneCampaign.Slug).Select(c => c.Totals.Donations).SingleAsync() == Gifts;
        });
        var begin = TimeProvider.System.GetTimestamp();
        await Installation.UntilAsync("the other site shows all gifts", async () => (await cluster.Http.GetStringAsync(page)).Contains("€200", StringComparison.Ordinal));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The other site showed the last gift {TimeProvider.System.GetElapsedTime(begin).TotalSeconds:0.0} s after its commit was seen."));
        Assert.DoesNotContain("€200", before, StringComparison.Ordinal);
        await cluster.Jobs[0].StartAsync(cluster.Http);
        await Installation.UntilAsync("every message is done", async () =>
        {
            await using var db = cluster.Sites[0].Database();
            return !await db.Outbox.AnyAsync(m => m.State != MessageState.Done) && !await db.Inbox.AnyAsync(m => m.State != MessageState.Done);
        });
        var receipts = Directory.EnumerateFiles(cluster.Sites[0].Mailbox, "*.eml").Select(f => File.ReadLines(f).First(l => l.StartsWith("To: ", StringComparison.Ordinal))).ToList();
        Assert.Equal(Gifts, receipts.Count);
        Assert.Equal(Gifts, receipts.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    /// <summary>The night's jobs are due this moment, for both job nodes.</summary>
    private static async Task OnceForAllNodesAsync(Cluster cluster)
    {
        await using var db = cluster.Sites[0].Database();
        var now = TimeProvider.System.GetUtcNow().Ticks;
        Assert.Equal(11, await db.Database.ExecuteSqlAsync($"UPDATE qrtz_triggers SET next_fire_time = {now} WHERE trigger_type = 'CRON' AND trigger_name NOT LIKE 'CompareWithStripe%'"));
        await Installation.UntilAsync("all of the night's jobs ran", async () => await db.JobRuns.Where(NightlyOf()).Select(r => r.Job).Distinct().CountAsync() == 11);
        Assert.Equal(11, await db.JobRuns.CountAsync(NightlyOf()));
    }

    /// <summary>"Run now" on a site, which leaves the work to the job nodes.</summary>
    private static async Task WokenByOneThatRunsNoneAsync(Cluster cluster)
    {
        await using var db = cluster.Sites[0].Database();
        var before = await db.JobRuns.CountAsync(r => r.Job == nameof(VerifyBooks));
        var schedule = new SharedSchedule(ScheduleServer.Postgres, Npgsql.NpgsqlFactory.Instance, OwnDatabase.Of(cluster.Sites[0].Data).ConnectionString);
        await using var site = new ServiceCollection().AddLogging().AddJobsOfOthers(schedule).BuildServiceProvider();
        Assert.True(site.GetRequiredService<IWakeJobs>().Wake(typeof(VerifyBooks)));
        await Installation.UntilAsync("a job node verifies the books", async () => await db.JobRuns.CountAsync(r => r.Job == nameof(VerifyBooks)) > before);
    }

    /// <summary>The node that holds the schedule's next beat is killed.</summary>
    private async Task AnotherTakesOverAsync(Cluster cluster)
    {
        await cluster.Jobs[1].KillAsync();
        var killed = TimeProvider.System.GetUtcNow();
        await using var db = cluster.Sites[0].Database();
        await Installation.UntilAsync("the shared schedule goes on", async () =>
            await db.Database.SqlQuery<long?>($"SELECT prev_fire_time AS \"Value\" FROM qrtz_triggers WHERE trigger_name = 'PublishDueUpdates 20'").SingleAsync() > killed.AddSeconds(5).Ticks
            && await db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM qrtz_scheduler_state").SingleAsync() == 1);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(TimeProvider.System.GetUtcNow() - killed).TotalSeconds:0} s after a job node was killed the other had taken over."));
    }

    private static System.Linq.Expressions.Expression<Func<Domain.Jobs.JobRun, bool>> NightlyOf() =>
        r => r.Job.StartsWith("Forget") || r.Job == "CatchUpWithPayouts" || r.Job == "VerifyBooks" || r.Job == "MakePayoutReports" || r.Job == "ApplyMealRules" || r.Job == "TellModerators" || r.Job == "RemindWards";

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*?value="([^"]*)""")]
    private static partial Regex Token();
}
