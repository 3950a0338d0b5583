using Solidarity.Domain.Donations;
using Solidarity.Domain.Ledger;
using Solidarity.Payments.Tests.Running;

namespace Solidarity.Payments.Tests.Disputes;

/// <summary>However a dispute and a refund meet, nothing stays held and the books agree with Stripe's.</summary>
[Collection(WithSandbox.Name)]
public class SyncDisputeTests(StripeSandbox sandbox)
{
    [Theory]
    [InlineData(true, DonationStatus.Paid, 0)]
    [InlineData(false, DonationStatus.Lost, 2700)]
    public async Task All_of_it(bool won, DonationStatus status, long gone)
    {
        await using var site = await Installation.StartAsync(sandbox);
        var paid = await site.GiveAsync(2500, 200);
        var dispute = await site.DisputeAsync(paid);
        await site.SettleAsync();
        Assert.Equal(DonationStatus.Disputed, (await site.DonationAsync(paid)).Status);
        Assert.Equal(2700, await site.BalanceAsync(Accounts.DisputesHeld));
        await site.DecideAsync(dispute, won);
        await EndsAsync(site, paid, status, gone);
    }

    [Theory]
    [InlineData(true, DonationStatus.Paid, 0)]
    [InlineData(false, DonationStatus.PartlyRefunded, 1000)]
    public async Task A_part_of_it(bool won, DonationStatus status, long gone)
    {
        await using var site = await Installation.StartAsync(sandbox);
        var paid = await site.GiveAsync(2500, 200);
        var dispute = await site.DisputeAsync(paid, 1000);
        await site.SettleAsync();
        Assert.Equal(1000, await site.BalanceAsync(Accounts.DisputesHeld));
        await site.DecideAsync(dispute, won);
        await EndsAsync(site, paid, status, gone);
        var trace = await site.DbAsync(async db => (await db.TraceAsync(await site.DonationAsync(paid), default)).Select(step => step.What).ToList());
        Assert.Contains(won ? TraceEvent.DisputeWon : TraceEvent.Lost, trace);
        Assert.DoesNotContain(won ? TraceEvent.Lost : TraceEvent.DisputeWon, trace);
    }

    [Fact]
    public async Task All_of_it_lost_and_heard_of_only_then()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var paid = await site.GiveAsync();
        await site.DecideAsync(await site.DisputeAsync(paid), won: false);
        await EndsAsync(site, paid, DonationStatus.Lost, 2500);
    }

    /// <param name="heard">Whether we hear of the refund before the dispute begins, while it is open, or after it was decided.</param>
    [Theory]
    [InlineData(1000, 0, false, DonationStatus.Lost)]
    [InlineData(1000, 1, false, DonationStatus.Lost)]
    [InlineData(1000, 2, false, DonationStatus.Lost)]
    [InlineData(2500, 0, false, DonationStatus.Refunded)]
    [InlineData(2500, 1, false, DonationStatus.Refunded)]
    [InlineData(2500, 2, false, DonationStatus.Lost)]
    [InlineData(1000, 0, true, DonationStatus.PartlyRefunded)]
    [InlineData(1000, 1, true, DonationStatus.PartlyRefunded)]
    [InlineData(1000, 2, true, DonationStatus.PartlyRefunded)]
    [InlineData(2500, 0, true, DonationStatus.Refunded)]
    [InlineData(2500, 2, true, DonationStatus.Refunded)]
    public async Task With_a_refund_made_before_it(long refunded, int heard, bool won, DonationStatus status)
    {
        await using var site = await Installation.StartAsync(sandbox);
        var paid = await site.GiveAsync();
        await site.RefundAsync(paid, refunded);
        await HearAsync(0);
        var dispute = await site.DisputeAsync(paid);
        await SyncDisputeAsync();
        await HearAsync(1);
        await SyncDisputeAsync();
        await site.DecideAsync(dispute, won);
        await SyncDisputeAsync();
        await HearAsync(2);
        await EndsAsync(site, paid, status, won ? refunded : 2500);

        Task SyncDisputeAsync() => site.WithAsync<Payments.Disputes.SyncDispute>(sync => sync.RunAsync(dispute, default));

        async Task HearAsync(int when)
        {
            if (when == heard)
                await site.WithAsync<Payments.Refunds.SyncRefunds>(async sync => await sync.RunAsync(await site.ChargeAsync(paid), default));
        }
    }

    [Fact]
    public async Task A_refund_after_it_was_won()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var paid = await site.GiveAsync();
        var dispute = await site.DisputeAsync(paid);
        await site.SettleAsync();
        await site.DecideAsync(dispute, won: true);
        await site.SettleAsync();
        await site.RefundAsync(paid);
        await EndsAsync(site, paid, DonationStatus.Refunded, 2500);
    }

    private static async Task EndsAsync(Installation site, Guid paid, DonationStatus status, long gone)
    {
        await site.SettleAsync();
        var donation = await site.DonationAsync(paid);
        Assert.Equal((status, gone), (donation.Status, donation.RefundedMinor));
        Assert.Equal((0, 0, 0), (await site.BalanceAsync(Accounts.DisputesHeld), await site.CampaignBalanceAsync(), await site.PartnerBalanceAsync()));
        await site.AssertBooksAsync();
    }
}
