using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Messages;
using Solidarity.Payments.Tests.Running;
using Solidarity.Payments.Webhooks;
using Stripe;

namespace Solidarity.Payments.Tests.Webhooks;

[Collection(WithSandbox.Name)]
public class ReceiveWebhookTests(StripeSandbox sandbox)
{
    private const string Charge = """{"id":"ch_1","object":"charge"}""";

    [Theory]
    [InlineData(Installation.WebhookSecret, false, WebhookOutcome.Stored)]
    [InlineData(Installation.WebhookSecret, true, WebhookOutcome.Ignored)]
    [InlineData(Installation.ConnectWebhookSecret, false, WebhookOutcome.Stored)]
    [InlineData("whsec_of_somebody_else", false, WebhookOutcome.Refused)]
    [InlineData("whsec_of_somebody_else", true, WebhookOutcome.Refused)]
    public async Task Only_what_is_signed_and_of_our_mode_is_stored(string secret, bool live, WebhookOutcome outcome)
    {
        await using var site = await Installation.StartAsync(sandbox);
        Assert.Equal(outcome, await ReceiveAsync(site, Body("charge.updated", Charge, live), secret));
        Assert.Equal(outcome == WebhookOutcome.Stored, await site.DbAsync(db => db.Inbox.AnyAsync()));
    }

    [Theory]
    [InlineData("""{"object":"event","type":"charge.updated","data":{"object":{"id":"ch_1"}}}""")]
    [InlineData("""{"id":"evt_1","object":"event","data":{"object":{"id":"ch_1"}}}""")]
    [InlineData("""{"id":"","type":""}""")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task What_is_signed_and_no_event_is_refused(string body)
    {
        await using var site = await Installation.StartAsync(sandbox);
        Assert.Equal(WebhookOutcome.Refused, await ReceiveAsync(site, body));
    }

    [Fact]
    public async Task An_event_of_a_connected_account_is_kept_with_the_account()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var body = Body("payout.paid", """{"id":"po_1","object":"payout"}""", false).Replace("\"livemode\"", "\"account\":\"acct_1\",\"livemode\"", StringComparison.Ordinal);
        Assert.Equal(WebhookOutcome.Stored, await ReceiveAsync(site, body, Installation.ConnectWebhookSecret));
        var kept = await site.DbAsync(db => db.Inbox.AsNoTracking().SingleAsync());
        Assert.Equal(("po_1", "acct_1"), (kept.ObjectId, kept.StripeAccountId));
        // Of an account that is no partner's.
        await site.DrainInboxAsync();
        kept = await site.DbAsync(db => db.Inbox.AsNoTracking().SingleAsync());
        Assert.Equal((MessageState.Done, null), (kept.State, kept.LastError));
        Assert.Empty(await site.PayoutsAsync());
    }

    [Fact]
    public async Task An_event_about_nothing_with_an_id_is_kept_and_done()
    {
        await using var site = await Installation.StartAsync(sandbox);
        Assert.Equal(WebhookOutcome.Stored, await ReceiveAsync(site, Body("balance.available", """{"object":"balance"}""", false)));
        var kept = await site.DbAsync(db => db.Inbox.SingleAsync());
        Assert.Equal(MessageState.Done, kept.State);
        Assert.NotNull(kept.LastError);
    }

    [Theory]
    [InlineData("charge.updated")]
    [InlineData("checkout.session.completed")]
    [InlineData("charge.dispute.created")]
    [InlineData("refund.updated")]
    public async Task What_Stripe_does_not_know_is_done_with_unless_we_know_it(string kind)
    {
        await using var site = await Installation.StartAsync(sandbox);
        var paid = await site.GiveAsync();
        await site.RefundAsync(paid, 100);
        await site.SettleAsync();
        await site.WithAsync<HandleStripeEvent>(handle => handle.RunAsync(Message(kind, "xx_of_another_program"), default));

        await site.DbAsync(db => db.Donations.ExecuteUpdateAsync(set => set.SetProperty(d => d.SessionId, "xx_ours").SetProperty(d => d.ChargeId, "xx_ours").SetProperty(d => d.FeeMinor, (long?)null)));
        await site.DbAsync(db => db.Refunds.ExecuteUpdateAsync(set => set.SetProperty(r => r.StripeRefundId, "xx_ours")));
        await Assert.ThrowsAsync<StripeException>(() => site.WithAsync<HandleStripeEvent>(handle => handle.RunAsync(Message(kind, "xx_ours"), default)));
    }

    private static InboxMessage Message(string kind, string id) => new() { EventId = "evt_1", Kind = kind, ObjectId = id, CreatedAt = default, DueAt = default };

    private static string Body(string kind, string about, bool live) =>
        $$"""{"id":"evt_1","object":"event","api_version":"2026-07-29.dahlia","created":1,"livemode":{{(live ? "true" : "false")}},"type":"{{kind}}","data":{"object":{{about}} } }""";

    private static Task<WebhookOutcome> ReceiveAsync(Installation site, string body, string secret = Installation.WebhookSecret)
    {
        var time = site.Clock.GetUtcNow().ToUnixTimeSeconds();
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{time}.{body}")));
        return site.WithAsync<ReceiveWebhook, WebhookOutcome>(receive => receive.RunAsync(body, $"t={time},v1={signature}"));
    }
}
