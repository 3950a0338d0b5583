using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Solidarity.App.Tests.Site;
using Solidarity.Jobs.Meals;
using Solidarity.Jobs.Watching;
using Solidarity.Web.Watching.Telemetry;

namespace Solidarity.App.Tests.Watching;

/// <summary>Spans and figures arrive by OTLP, and name nobody.</summary>
[Collection(WatchedTests.Name)]
public sealed class TelemetryTests(WatchedSite site)
{
    [Fact]
    public async Task Spans_and_figures_arrive_by_route_and_name_nobody()
    {
        var journey = await Journey.PlayAsync(site);
        var send = site.Services.GetServices<IHostedService>().OfType<SendTelemetry>().Single();
        await SiteFixture.EventuallyAsync(() =>
        {
            send.Flush();
            return Task.FromResult(site.Collector.All("/v1/traces").Contains("job ProcessOutbox", StringComparison.Ordinal));
        }, "spans arrive");
        var (spans, figures) = (site.Collector.All("/v1/traces"), site.Collector.All("/v1/metrics"));

        Assert.All(site.Collector.Received, r => Assert.Equal("application/x-protobuf", r.ContentType));
        foreach (var span in new[] { "GET /gifts/{token}", "POST /campaigns/{slug}/give", "POST /webhooks/stripe", "message receipt-mail", "/v1/checkout/sessions/{id}", "solidarity" })
            Assert.Contains(span, spans, StringComparison.Ordinal);
        foreach (var figure in new[] { "solidarity.gifts", "solidarity.webhooks", "solidarity.messages.waiting", "solidarity.stripe.call.duration", "http.server.request.duration", "dotnet.process.memory.working_set" })
            Assert.Contains(figure, figures, StringComparison.Ordinal);
        foreach (var tag in new[] { "url.path", "url.query", "url.full", "client.address", "user_agent" })
            Assert.DoesNotContain(tag, spans, StringComparison.Ordinal);
        Assert.All(journey.Personal, secret => Assert.DoesNotContain(secret, spans + figures, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_run_that_found_nothing_to_do_is_not_sent()
    {
        await Journey.PlayAsync(site);
        // Comes every minute, and at the start of the site.
        await SiteFixture.EventuallyAsync(() => Task.FromResult(site.Services.GetRequiredService<JobBeats>().Succeeded.ContainsKey(nameof(SettleShortages))), "the job has run");
        site.Services.GetServices<IHostedService>().OfType<SendTelemetry>().Single().Flush();
        Assert.DoesNotContain("job SettleShortages", site.Collector.All("/v1/traces"), StringComparison.Ordinal);
    }
}
