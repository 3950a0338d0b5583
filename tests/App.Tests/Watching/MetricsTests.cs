using System.Net;
using System.Net.Http.Headers;
using Solidarity.App.Tests.Site;

namespace Solidarity.App.Tests.Watching;

/// <summary>/metrics: well formed, true, bounded, and not for everybody.</summary>
[Collection(WatchedTests.Name)]
public sealed class MetricsTests(WatchedSite site)
{
    [Fact]
    public async Task Only_who_shows_the_token_reads_it()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(site, null)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(site, "a-token-for-the-tests-of-another")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(site, "")).Status);
        var (status, type, _) = await AskAsync(site, WatchedSite.Token);
        Assert.Equal((HttpStatusCode.OK, "text/plain; version=0.0.4; charset=utf-8"), (status, type));
    }

    [Fact]
    public async Task It_says_what_happened_and_nothing_of_whom()
    {
        var before = await ReadAsync(site);
        var journey = await Journey.PlayAsync(site);
        await SiteFixture.EventuallyAsync(async () => (await ReadAsync(site)).Of("solidarity_ledger_check_ok").Any(), "the figures are read");
        var (_, _, text) = await AskAsync(site, WatchedSite.Token);
        var now = new ParsedMetrics(text);

        Assert.All(journey.Personal, secret => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase));
        Rose("solidarity_gifts_total", 3, ("outcome", "started"));
        Rose("solidarity_gifts_total", 1, ("outcome", "paid"));
        Rose("solidarity_gifts_total", 1, ("outcome", "declined"));
        Rose("solidarity_webhooks_total", 1, ("outcome", "stored"));
        Rose("solidarity_webhooks_total", 1, ("outcome", "refused"));
        Rose("solidarity_webhook_age_seconds_count", 1);
        Rose("solidarity_messages_total", 1, ("queue", "inbox"), ("outcome", "done"));
        Rose("solidarity_messages_total", 1, ("queue", "outbox"), ("outcome", "done"));
        Rose("solidarity_message_wait_seconds_count", 1, ("queue", "outbox"));
        Rose("solidarity_mails_total", 3, ("outcome", "sent"));
        Rose("solidarity_job_runs_total", 1, ("job", "ProcessOutbox"), ("outcome", "succeeded"));
        Rose("solidarity_stripe_call_duration_seconds_count", 1, ("operation", "POST /v1/checkout/sessions"), ("outcome", "ok"));
        Rose("solidarity_stripe_call_duration_seconds_count", 1, ("operation", "GET /v1/checkout/sessions/{id}"), ("outcome", "ok"));
        Rose("http_server_request_duration_seconds_count", 1, ("method", "GET"), ("route", "/gifts/{token}"), ("status", "200"));
        Rose("http_server_request_duration_seconds_count", 1, ("method", "POST"), ("route", "/campaigns/{slug}/give"), ("status", "422"));
        Rose("http_server_request_duration_seconds_count", 1, ("method", "POST"), ("route", "/campaigns/{slug}/give"), ("status", "500"));
        Rose("http_server_request_duration_seconds_count", 1, ("route", "none"), ("status", "404"));
        Assert.True(now.Value("process_resident_memory_bytes") > 1_000_000);
        Assert.True(now.Value("process_cpu_seconds_total") > 0);
        Assert.Equal(1, now.Value("solidarity_build_info"));
        Assert.Equal(0, now.Value("solidarity_health", ("check", "database")));

        void Rose(string name, int least, params (string, string)[] labels) =>
            Assert.True(now.Value(name, labels) - before.Value(name, labels) >= least, $"{name} {string.Join(' ', labels)}: from {before.Value(name, labels)} to {now.Value(name, labels)} in\n{string.Join('\n', text.Split('\n').Where(l => l.StartsWith(name, StringComparison.Ordinal)))}");
    }

    [Fact]
    public async Task Whatever_is_asked_the_labels_stay_few()
    {
        using var http = new HttpClient();
        await (await http.GetAsync(new Uri(site.Address, "/"))).Content.ReadAsByteArrayAsync();
        var before = (await ReadAsync(site)).Samples.Count;
        foreach (var n in Enumerable.Range(0, 40))
        {
            using var get = await http.GetAsync(new Uri(site.Address, $"/gifts/never-{n}"));
            using var nowhere = await http.GetAsync(new Uri(site.Address, $"/nowhere/{n}?q={n}"));
            using var method = new HttpRequestMessage(new HttpMethod($"ODD{n}"), new Uri(site.Address, "/"));
            using var odd = await http.SendAsync(method);
        }

        // Four new series of nine or ten rows at most, others in the meantime not counted: not 120.
        Assert.InRange((await ReadAsync(site)).Samples.Count - before, 0, 120);
    }

    internal static async Task<ParsedMetrics> ReadAsync(WatchedSite site) => new((await AskAsync(site, WatchedSite.Token)).Text);

    private static async Task<(HttpStatusCode Status, string? Type, string Text)> AskAsync(WatchedSite site, string? token)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(site.Address, "/metrics"));
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await http.SendAsync(request);
        return (answer.StatusCode, answer.Content.Headers.ContentType?.ToString(), await answer.Content.ReadAsStringAsync());
    }
}

/// <summary>Without a token in the settings there is nothing at that address.</summary>
[Collection(SiteTests.Name)]
public sealed class NoMetricsTests(SiteFixture site)
{
    [Fact]
    public async Task There_is_no_such_address()
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(site.Address, "/metrics"));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
