using System.Security.Cryptography;
using System.Text;

namespace Solidarity.Sandbox.Tests.Webhooks;

public sealed class DeliveryTests : IAsyncLifetime
{
    private SandboxHost host = null!;
    private Receiver site = null!;

    public async Task InitializeAsync()
    {
        site = await Receiver.Start();
        host = SandboxHost.With(("SANDBOX_WEBHOOK_URL", site.Url), ("SANDBOX_WEBHOOK_SECRET", Receiver.Secret));
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task Events_arrive_signed()
    {
        var charge = await host.PaidCharge();
        var four = await site.Until(all => all.Count == 4);
        Assert.All(four, one =>
        {
            var parts = one.Signature.Split(',').Select(part => part.Split('=')).ToDictionary(part => part[0], part => part[1]);
            var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Receiver.Secret), Encoding.UTF8.GetBytes($"{parts["t"]}.{one.Body}"));
            Assert.Equal(Convert.ToHexStringLower(expected), parts["v1"]);
        });
        Assert.Contains(four, one => one.Type == "charge.succeeded" && (string?)one.Event["data"]!["object"]!["id"] == charge.Id);
    }

    [Fact]
    public async Task The_signature_has_the_real_time_whatever_the_clock_says()
    {
        await host.Control("clock", ("to", "1000000000"));
        await host.PaidCharge();
        var one = (await site.Until(all => all.Count == 4))[0];
        Assert.InRange((long)one.Event["created"]!, 1_000_000_000, 1_000_100_000);
        Assert.True(long.Parse(one.Signature.Split(',')[0][2..], System.Globalization.CultureInfo.InvariantCulture) > 1_700_000_000);
    }

    [Fact]
    public async Task What_is_refused_is_sent_again_until_taken()
    {
        var refusals = 0;
        site.Answer = one => one.Type == "charge.succeeded" && Interlocked.Increment(ref refusals) <= 2 ? 500 : 200;
        await host.PaidCharge();
        var all = await site.Until(seen => seen.Count == 6);
        Assert.Equal(3, all.Count(one => one.Type == "charge.succeeded"));
        Assert.Single(all.Where(one => one.Type == "charge.succeeded").Select(one => one.Id).Distinct());
        await UntilDelivered();
        Assert.Equal(4, (await host.Stripe.Get("/v1/events", ("delivery_success", "true"))).Data.Count);
    }

    [Fact]
    public async Task Until_taken_an_event_counts_as_undelivered()
    {
        site.Answer = _ => 503;
        await host.PaidCharge();
        await site.Until(all => all.Count >= 4);
        var undelivered = (await host.Stripe.Get("/v1/events", ("delivery_success", "false"))).Data;
        Assert.Equal(4, undelivered.Count);
        Assert.All(undelivered, found => Assert.Equal(1, (long)found["pending_webhooks"]!));
        site.Answer = _ => 200;
        await UntilDelivered();
    }

    [Fact]
    public async Task Duplicates_on_purpose()
    {
        await host.Control("chaos", ("duplicate", "1"), ("shuffle", "true"), ("delay_ms", "50"), ("seed", "7"));
        await host.PaidCharge();
        var all = await site.Until(seen => seen.Count == 8);
        Assert.All(all.GroupBy(one => one.Id), same => Assert.Equal(2, same.Count()));
    }

    [Fact]
    public async Task Events_of_a_pause_are_never_sent_and_stay_undelivered()
    {
        await host.Control("chaos", ("paused", "true"));
        await host.PaidCharge();
        await host.Control("chaos");
        await host.PaidCharge();
        await site.Until(seen => seen.Count == 4);
        await UntilWaitingIsOver();
        Assert.Equal(4, (await host.Stripe.Get("/v1/events", ("delivery_success", "false"))).Data.Count);
        Assert.Equal(4, site.All.Count);
    }

    [Fact]
    public async Task The_address_can_be_set_while_running()
    {
        await using var other = await Receiver.Start();
        await host.Control("webhook", ("url", other.Url), ("secret", "whsec_other"));
        await host.PaidCharge();
        await other.Until(all => all.Count == 4);
        Assert.Empty(site.All);
    }

    [Fact]
    public async Task Account_updates_carry_the_account()
    {
        var account = await host.ReadyAccount();
        var one = Assert.Single(await site.Until(all => all.Count == 1));
        Assert.Equal(("account.updated", account), (one.Type, (string?)one.Event["account"]));
    }

    private async Task UntilDelivered()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while ((await host.Stripe.Get("/v1/events", ("delivery_success", "false"))).Data.Count > 0) await Task.Delay(20, deadline.Token);
    }

    private async Task UntilWaitingIsOver()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while ((int)(await host.Look("webhook"))["waiting"]! > 0) await Task.Delay(20, deadline.Token);
    }
}
