using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Ledger;
using Solidarity.Domain.Messages;
using Solidarity.Payments.Tests.Running;

namespace Solidarity.Payments.Tests.Refunds;

/// <summary>The giver's bank cannot take the money that went back: the gift stands until it is refunded another way.</summary>
[Collection(WithSandbox.Name)]
public class FailedRefundTests(StripeSandbox sandbox)
{
    private static readonly TimeSpan UntilItFails = TimeSpan.FromSeconds(90);

    [Theory]
    [InlineData(0)]
    [InlineData(200)]
    public async Task All_of_it_stands_again_and_a_second_refund_takes_what_the_campaign_holds(long tip)
    {
        await using var site = await Installation.StartAsync(sandbox);
        var paid = await site.GiveAsync(2500, tip, card: Cards.FailsRefunds);
        var passedOn = (await site.TransferAsync(paid)).AmountMinor;
        await site.RefundAsync(paid);
        await site.SettleAsync();
        Assert.Equal(DonationStatus.Refunded, (await site.DonationAsync(paid)).Status);

        await site.AdvanceAsync(UntilItFails);
        await site.SettleAsync();
        var donation = await site.DonationAsync(paid);
        Assert.Equal((DonationStatus.Paid, 0), (donation.Status, donation.RefundedMinor));
        Assert.All(donation.Lines, line => Assert.Equal(0, line.RefundedMinor));
        Assert.Equal((-passedOn, 0, -tip, 0), (await site.CampaignBalanceAsync(), await site.PartnerBalanceAsync(), await site.BalanceAsync(Accounts.Tips), await site.BalanceAsync(Accounts.Losses)));
        var totals = await site.TotalsAsync();
        Assert.Equal((2500, 1, 0, 0), (totals.RaisedMinor, totals.Donations, totals.RefundedMinor, totals.PassedOnMinor));
        Assert.Contains(donation.Id.ToString(), Assert.Single(site.Log.Messages), StringComparison.Ordinal);
        Assert.DoesNotContain(await site.DbAsync(db => db.TraceAsync(donation, default)), step => step.What is TraceEvent.Refunded);
        await site.AssertBooksAsync();

        await site.RefundAsync(paid);
        await site.SettleAsync();
        Assert.Equal(DonationStatus.Refunded, (await site.DonationAsync(paid)).Status);
        Assert.Equal((0, 0, 0), (await site.CampaignBalanceAsync(), await site.PartnerBalanceAsync(), await site.BalanceAsync(Accounts.Tips)));
        Assert.Equal(-await site.BalanceAsync(Accounts.StripeBalance), await site.BalanceAsync(Accounts.StripeFees) + await site.BalanceAsync(Accounts.Losses));
        await site.AssertBooksAsync();
    }

    [Fact]
    public async Task A_part_that_failed_and_then_all_of_it()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var paid = await site.GiveAsync(2500, 200, card: Cards.FailsRefunds);
        await site.RefundAsync(paid, 1000);
        await site.SettleAsync();
        await site.AdvanceAsync(UntilItFails);
        await site.SettleAsync();
        Assert.Equal(DonationStatus.Paid, (await site.DonationAsync(paid)).Status);
        await site.AssertBooksAsync();

        await site.RefundAsync(paid);
        await site.SettleAsync();
        Assert.Equal((0, 0, 0), (await site.CampaignBalanceAsync(), await site.PartnerBalanceAsync(), await site.BalanceAsync(Accounts.Tips)));
        Assert.Equal((await site.TransferAsync(paid)).AmountMinor, (await site.TransferAsync(paid)).ReversedMinor);
        await site.AssertBooksAsync();
    }

    [Fact]
    public async Task One_of_two_parts_fails()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var paid = await site.GiveAsync(2500, 200, card: Cards.FailsRefunds);
        await site.RefundAsync(paid, 1000);
        await site.SettleAsync();
        await site.AdvanceAsync(TimeSpan.FromSeconds(45));
        await site.RefundAsync(paid);
        await site.SettleAsync();
        Assert.Equal(DonationStatus.Refunded, (await site.DonationAsync(paid)).Status);
        await site.AdvanceAsync(TimeSpan.FromSeconds(30));
        await site.SettleAsync();

        var donation = await site.DonationAsync(paid);
        Assert.Equal((DonationStatus.PartlyRefunded, 1700), (donation.Status, donation.RefundedMinor));
        await site.AssertBooksAsync();
    }

    [Fact]
    public async Task Heard_of_when_it_has_failed_already_nothing_is_taken_back_and_nobody_gets_mail()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var paid = await site.GiveAsync(card: Cards.FailsRefunds);
        await site.RefundAsync(paid);
        await site.AdvanceAsync(UntilItFails);
        await site.SettleAsync();

        Assert.Equal(DonationStatus.Paid, (await site.DonationAsync(paid)).Status);
        Assert.False(await site.DbAsync(db => db.Outbox.AnyAsync(m => m.Kind == OutboxKinds.RefundMail)));
        Assert.Equal(0, (await site.TransferAsync(paid)).ReversedMinor);
        Assert.Equal((0, 0), (await site.CampaignBalanceAsync(), await site.PartnerBalanceAsync()));
        await site.AssertBooksAsync();
    }

    [Fact]
    public async Task Before_the_transfer_was_made_the_campaign_holds_it_and_a_second_refund_takes_it()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var paid = await site.GiveToUnreadyPartnerAsync(Cards.FailsRefunds);
        await site.RefundAsync(paid);
        await site.SettleAsync();
        await site.AdvanceAsync(UntilItFails);
        await site.SettleAsync();
        Assert.Equal((-2437, 0), (await site.CampaignBalanceAsync(), await site.PartnerBalanceAsync()));
        await site.RefundAsync(paid);
        await site.SettleAsync();
        Assert.Equal((0, 0), (await site.CampaignBalanceAsync(), await site.PartnerBalanceAsync()));
        await site.AssertBooksAsync();
    }
}
