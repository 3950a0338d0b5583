using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Messages;
using Solidarity.Payments.Tests.Running;
using Solidarity.Payments.Webhooks;

namespace Solidarity.Payments.Tests.Webhooks;

/// <summary>Stripe sends several events about one payment within milliseconds, and several workers take them up. None of them fails, and nothing is kept twice.</summary>
public sealed class EventsAtOnceTests(StripeSandbox sandbox) : IClassFixture<StripeSandbox>
{
    [Fact]
    public async Task A_declined_attempt_is_kept_once()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var gift = await site.PayAsync(card: Cards.Declines);
        await HandleAllAsync(site, times: 3);
        Assert.Single((await site.DonationAsync(gift)).Moves, m => m.By.StartsWith(DonationMove.Declined, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_first_gifts_of_a_year_are_booked_at_the_first_attempt()
    {
        await using var site = await Installation.StartAsync(sandbox);
        for (var gifts = 0; gifts < 3; gifts++)
            await site.PayAsync(gift: 2500);
        await HandleAllAsync(site, times: 2);
        Assert.Equal(3, (await site.TotalsAsync()).Donations);
        Assert.Equal(7500, await site.DbAsync(db => db.CampaignDays.SumAsync(d => d.RaisedMinor)));
        Assert.Equal(["000001", "000002", "000003"], (await site.DbAsync(db => db.Receipts.Select(r => r.Number).ToListAsync())).Select(n => n[^6..]).Order());
    }

    [Fact]
    public async Task A_refund_and_a_dispute_are_booked_at_the_first_attempt()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var (back, disputed) = (await site.GiveAsync(), await site.GiveAsync());
        await site.RefundAsync(back, 1000);
        await site.DisputeAsync(disputed);
        await HandleAllAsync(site, times: 2);
        Assert.Equal((DonationStatus.PartlyRefunded, 1000), ((await site.DonationAsync(back)).Status, (await site.DonationAsync(back)).RefundedMinor));
        Assert.Equal(DonationStatus.Disputed, (await site.DonationAsync(disputed)).Status);
    }

    private static async Task HandleAllAsync(Installation site, int times)
    {
        await site.TakeInAsync();
        var messages = await site.DbAsync(db => db.Inbox.AsNoTracking().Where(m => m.State == MessageState.Waiting).ToListAsync());
        await Task.WhenAll(Enumerable.Repeat(messages, times).SelectMany(m => m).Select(message => Task.Run(() => site.WithAsync<HandleStripeEvent>(handle => handle.RunAsync(message, default)))));
    }
}
