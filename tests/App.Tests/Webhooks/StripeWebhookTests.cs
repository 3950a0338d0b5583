using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Solidarity.App.Tests.Site;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Messages;

namespace Solidarity.App.Tests.Webhooks;

/// <summary>Only what Stripe signed counts, once, whenever and in whatever order it comes.</summary>
[Collection(SiteTests.Name)]
public sealed class StripeWebhookTests(SiteFixture site) : IDisposable
{
    private readonly HttpClient _http = new();

    [Fact]
    public async Task Forged_or_stale_is_refused_and_true_is_taken()
    {
        var (token, events) = await PayUnseenAsync();
        var completed = Event(events, "checkout.session.completed");

        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(completed, secret: "whsec_of_somebody_else"));
        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(completed, age: TimeSpan.FromSeconds(301)));
        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(completed, age: TimeSpan.FromSeconds(-310)));
        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(completed, signature: ""));
        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(completed, signature: "t=1,v1=00"));
        // True, and of the other mode, whose events an endpoint of connected accounts gets too.
        Assert.Equal(HttpStatusCode.OK, await SendAsync(completed.Replace("\"livemode\":false", "\"livemode\":true", StringComparison.Ordinal)));
        Assert.Equal(DonationStatus.Started, (await site.DonationAsync(token)).Status);
        Assert.Equal(0, await site.InDbAsync(db => db.Inbox.CountAsync(m => completed.Contains(m.EventId))));

        Assert.Equal(HttpStatusCode.OK, await SendAsync(completed));
        await site.UntilAsync(token, DonationStatus.Paid);
    }

    [Fact]
    public async Task Replayed_and_out_of_order_changes_nothing_twice()
    {
        var (token, events) = await PayUnseenAsync();
        // The last first, each three times.
        foreach (var stripeEvent in events.Reverse())
        {
            for (var i = 0; i < 3; i++)
                Assert.Equal(HttpStatusCode.OK, await SendAsync(stripeEvent!.ToJsonString()));
        }

        await site.UntilAsync(token, DonationStatus.Paid);
        await site.UntilQuietAsync();

        var donation = await site.DonationAsync(token);
        Assert.Equal([DonationStatus.Started, DonationStatus.Paid], donation.Moves.OrderBy(m => m.Id).Select(m => m.To));
        await site.InDbAsync(async db =>
        {
            Assert.Equal(1, await db.Receipts.CountAsync(r => r.DonationId == donation.Id));
            Assert.Equal(1, await db.Transfers.CountAsync(t => t.DonationId == donation.Id));
            Assert.Equal(1, await db.Outbox.CountAsync(m => m.SubjectId == donation.Id && m.Kind == OutboxKinds.ReceiptMail));
            var campaign = donation.Lines.First(l => l.CampaignId is not null).CampaignId!.Value;
            var totals = await db.CampaignTotals.SingleAsync(t => t.CampaignId == campaign);
            Assert.Equal((2500, 1), (totals.RaisedMinor, totals.Donations));
            return true;
        });
    }

    [Theory]
    [InlineData("checkout.session.completed", "cs_test_unknown", "checkout.session")]
    [InlineData("charge.refunded", "ch_unknown", "charge")]
    [InlineData("something.new", "xx_unknown", "something")]
    public async Task An_object_that_nobody_knows_is_stored_and_left_alone(string type, string id, string kind)
    {
        var eventId = "evt_" + RandomNumberGenerator.GetHexString(16);
        var body = new JsonObject
        {
            ["id"] = eventId,
            ["object"] = "event",
            ["api_version"] = "2026-07-29.dahlia",
            ["created"] = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds(),
            ["livemode"] = false,
            ["type"] = type,
            ["data"] = new JsonObject { ["object"] = new JsonObject { ["id"] = id, ["object"] = kind } },
        }.ToJsonString();

        Assert.Equal(HttpStatusCode.OK, await SendAsync(body));

        await SiteFixture.EventuallyAsync(() => site.InDbAsync(db => db.Inbox.AnyAsync(m => m.EventId == eventId && m.State == MessageState.Done)), "the event is done with");
    }

    public void Dispose() => _http.Dispose();

    /// <summary>A gift paid at Stripe of which no webhook tells, and the events that would have.</summary>
    private async Task<(string Token, JsonArray Events)> PayUnseenAsync()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using var browser = site.Browse();
        var answer = await browser.SendAsync(await browser.GoAsync(campaign.Give), ("amount", "25"), ("tip", "2"), ("email", "lea@example.org"));
        await site.Stripe.ControlAsync("chaos", ("paused", "true"));
        await site.Stripe.PayAsync(answer.Next!, Cards.Pays);
        var donation = Assert.Single(await site.DonationsOfAsync(campaign));
        var session = await site.Stripe.ApiAsync(HttpMethod.Get, $"checkout/sessions/{donation.SessionId}");
        var all = (JsonArray)(await site.Stripe.ApiAsync(HttpMethod.Get, "events?limit=20"))["data"]!;
        await site.Stripe.ControlAsync("chaos");
        var intent = (string)session["payment_intent"]!;
        return (donation.Token, new JsonArray([.. all.Where(e => e!.ToJsonString().Contains(intent, StringComparison.Ordinal)).Reverse().Select(e => e!.DeepClone())]));
    }

    private static string Event(JsonArray events, string type) => events.First(e => (string)e!["type"]! == type)!.ToJsonString();

    private async Task<HttpStatusCode> SendAsync(string body, string secret = SiteFixture.WebhookSecret, TimeSpan age = default, string? signature = null)
    {
        var at = (TimeProvider.System.GetUtcNow() - age).ToUnixTimeSeconds();
        var digest = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{at}.{body}")));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(site.Address, "/webhooks/stripe")) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Stripe-Signature", signature ?? $"t={at},v1={digest}");
        using var answer = await _http.SendAsync(request);
        return answer.StatusCode;
    }
}
