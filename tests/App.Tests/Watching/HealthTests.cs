using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Solidarity.App.Tests.Site;
using Solidarity.Domain.Jobs;
using Solidarity.Jobs.Ledger;
using Solidarity.Payments;
using Solidarity.Payments.Watching;
using Solidarity.Payments.Webhooks;
using Solidarity.Web.Setup;
using Solidarity.Web.Watching.Health;

namespace Solidarity.App.Tests.Watching;

/// <summary>/health/ready names every part, its state and a sentence to insiders, one word to others, and keeps secrets.</summary>
[Collection(WatchedTests.Name)]
public sealed class HealthTests(WatchedSite site)
{
    [Fact]
    public async Task Every_part_says_how_it_is()
    {
        using var http = new HttpClient { BaseAddress = site.Address };
        Assert.Equal("Healthy", await http.GetStringAsync("/health/live"));
        using var answer = await http.GetAsync("/health/ready");
        var text = await answer.Content.ReadAsStringAsync();
        var report = JsonNode.Parse(text)!;
        var parts = report["checks"]!.AsArray().ToDictionary(c => (string)c!["name"]!, c => c!);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(["books", "database", "disk", "jobs", "messages", "migrations", "pictures", "stripe", "webhooks"], parts.Keys.Order());
        foreach (var well in new[] { "database", "migrations", "jobs", "stripe", "webhooks" })
            Assert.Equal("Healthy", (string)parts[well]["state"]!);
        Assert.All(parts.Values, part => Assert.EndsWith(".", (string)part["says"]!, StringComparison.Ordinal));
        var settings = site.Services.GetRequiredService<Settings>();
        foreach (var secret in new[] { SiteFixture.ApiKey, SiteFixture.WebhookSecret, settings.Data, settings.Database.ConnectionString, WatchedSite.Token, WatchedSite.SealingSecret })
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-For", "unknown")]
    [InlineData("Forwarded", "for=127.0.0.1")]
    [InlineData("Authorization", "Bearer another")]
    public async Task Who_comes_from_elsewhere_hears_one_word(string header, string value)
    {
        var (code, text) = await AskAsync(("X-Forwarded-Proto", "https"), (header, value));
        Assert.Equal(HttpStatusCode.OK, code);
        Assert.Matches("""^\{"status":"(Healthy|Degraded)"\}$""", text);
    }

    [Fact]
    public async Task Who_shows_the_token_hears_everything_from_anywhere()
    {
        var (_, text) = await AskAsync(("X-Forwarded-For", "203.0.113.7"), ("Authorization", $"Bearer {WatchedSite.Token}"));
        Assert.Contains("\"says\":", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_who_ask_are_one_question()
    {
        var asked = 0;
        await using var services = new ServiceCollection().AddLogging().AddSingleton<ReadyReport>().AddHealthChecks()
            .AddAsyncCheck("slow", async () =>
            {
                Interlocked.Increment(ref asked);
                await Task.Yield();
                return HealthCheckResult.Healthy();
            }, [ReadyReport.Tag]).Services.BuildServiceProvider();
        var ready = services.GetRequiredService<ReadyReport>();
        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => ready.AskAsync(CancellationToken.None)));
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task What_others_cannot_do_for_us_is_asked_once_a_minute_and_stops_nobody()
    {
        using var check = new Unreachable();
        foreach (var _ in Enumerable.Range(0, 5))
        {
            var result = await check.CheckHealthAsync(new HealthCheckContext());
            Assert.Equal((HealthStatus.Degraded, "It is silent."), (result.Status, result.Description));
            Assert.Null(result.Exception);
        }

        Assert.Equal(1, check.Asked);
    }

    [Fact]
    public async Task A_ledger_that_is_wrong_is_said()
    {
        var run = new JobRun { Job = nameof(VerifyBooks), Node = "test", StartedAt = TimeProvider.System.GetUtcNow(), EndedAt = TimeProvider.System.GetUtcNow(), Outcome = JobOutcome.Failed };
        await site.InDbAsync(async db =>
        {
            db.JobRuns.Add(run);
            await db.SaveChangesAsync();
            var said = await new BooksCheck(db).CheckHealthAsync(new HealthCheckContext());
            Assert.Equal(HealthStatus.Degraded, said.Status);
            Assert.Contains("verify-ledger", said.Description, StringComparison.Ordinal);
            db.JobRuns.Remove(run);
            return await db.SaveChangesAsync();
        });
    }

    [Fact]
    public async Task Webhooks_that_are_refused_one_after_the_other_are_said()
    {
        var heard = new HeardWebhooks();
        var check = new WebhooksCheck(new StripeSettings { ApiKey = "sk_test_x", WebhookSecret = "whsec_x", ApiBase = site.Address }, heard);
        for (var i = 0; i < 20; i++)
            heard.Note(WebhookOutcome.Refused, withSignature: false);
        Assert.Equal(HealthStatus.Healthy, (await check.CheckHealthAsync(new HealthCheckContext())).Status);
        for (var i = 0; i < 5; i++)
            heard.Note(WebhookOutcome.Refused, withSignature: true);
        Assert.Equal(HealthStatus.Degraded, (await check.CheckHealthAsync(new HealthCheckContext())).Status);
        heard.Note(WebhookOutcome.Duplicate, withSignature: true);
        Assert.Equal(HealthStatus.Healthy, (await check.CheckHealthAsync(new HealthCheckContext())).Status);
    }

    private async Task<(HttpStatusCode Code, string Text)> AskAsync(params (string Name, string Value)[] headers)
    {
        using var http = new HttpClient { BaseAddress = site.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/ready");
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private sealed class Unreachable : AskedRarely
    {
        public int Asked { get; private set; }

        protected override Task<HealthCheckResult> AskAsync(CancellationToken cancel)
        {
            Asked++;
            throw new IOException("Secret words.");
        }

        protected override string Silent(Exception e) => "It is silent.";
    }
}
