using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Ledger;
using Solidarity.Payments.Tests.Running;

namespace Solidarity.Payments.Tests.Refunds;

/// <summary>Who ends with what. Stripe takes 1.5 % and 0.25 of a card payment and keeps it when the gift is refunded.</summary>
[Collection(WithSandbox.Name)]
public class GiveBackTests(StripeSandbox sandbox)
{
    // A gift of 25.00 and a tip of 2.00 (with fees added: 0.67 more); Stripe's fee is 0.66 (0.67).
    [Theory]
    [InlineData(FeeBearer.Platform, false, 200, 66, 2500)]
    [InlineData(FeeBearer.Recipient, false, 200, 66, 2439)]
    [InlineData(FeeBearer.Giver, false, 200, 66, 2439)]
    [InlineData(FeeBearer.Giver, true, 200, 67, 2500)]
    [InlineData(FeeBearer.Recipient, false, 0, 63, 2437)]
    public async Task A_part_then_the_rest(FeeBearer bearer, bool addFees, long tip, long fee, long passedOn)
    {
        await using var site = await Installation.StartAsync(sandbox, bearer);
        var paid = await site.GiveAsync(2500, tip, addFees);
        Assert.Equal(fee, (await site.DonationAsync(paid)).FeeMinor);
        Assert.Equal(passedOn, (await site.TransferAsync(paid)).AmountMinor);
        Assert.Equal(passedOn, (await site.TotalsAsync()).PassedOnMinor);
        Assert.Equal((0, 0, -tip), (await site.CampaignBalanceAsync(), await site.PartnerBalanceAsync(), await site.BalanceAsync(Accounts.Tips)));
        Assert.Equal((await site.DonationAsync(paid)).AmountMinor - passedOn - fee, await site.BalanceAsync(Accounts.StripeBalance));
        await site.AssertBooksAsync();

        await site.RefundAsync(paid, 1000);
        await site.SettleAsync();
        var donation = await site.DonationAsync(paid);
        var tipBack = donation.Lines.SingleOrDefault(l => l.Kind == LineKind.Tip)?.RefundedMinor ?? 0;
        Assert.Equal((DonationStatus.PartlyRefunded, 1000), (donation.Status, donation.RefundedMinor));
        Assert.Equal((0, 0, tipBack - tip), (await site.CampaignBalanceAsync(), await site.PartnerBalanceAsync(), await site.BalanceAsync(Accounts.Tips)));
        Assert.Equal(2500 - donation.Lines.Single(l => l.Kind == LineKind.Gift).RefundedMinor, (await site.TotalsAsync()).RaisedMinor);
        await site.AssertBooksAsync();

        await site.RefundAsync(paid);
        await site.SettleAsync();
        donation = await site.DonationAsync(paid);
        Assert.Equal((DonationStatus.Refunded, donation.AmountMinor), (donation.Status, donation.RefundedMinor));
        Assert.Equal((0, 0, 0), (await site.CampaignBalanceAsync(), await site.PartnerBalanceAsync(), await site.BalanceAsync(Accounts.Tips)));
        // All that is gone is Stripe's fee, and the platform bears it now, whoever did before.
        Assert.Equal((-fee, fee), (await site.BalanceAsync(Accounts.StripeBalance), await site.BalanceAsync(Accounts.StripeFees) + await site.BalanceAsync(Accounts.Losses)));
        var totals = await site.TotalsAsync();
        Assert.Equal((0, 0, 2500, 0), (totals.RaisedMinor, totals.Donations, totals.RefundedMinor, totals.PassedOnMinor));
        await site.AssertBooksAsync();
    }

    [Fact]
    public async Task A_part_then_the_rest_before_the_transfer_was_made_leaves_nothing_to_transfer()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var paid = await site.GiveToUnreadyPartnerAsync();
        await site.RefundAsync(paid, 1000);
        await site.SettleAsync();
        await site.RefundAsync(paid);
        await site.SettleAsync();
        await site.PartnerMayBePaidAsync(true);
        site.Clock.Advance(TimeSpan.FromDays(2));
        await site.SettleAsync();

        var transfer = await site.TransferAsync(paid);
        Assert.True(transfer.CalledOff);
        Assert.Null(transfer.StripeTransferId);
        Assert.Equal((0, 0), (await site.CampaignBalanceAsync(), await site.PartnerBalanceAsync()));
        await site.AssertBooksAsync();
    }

    [Fact]
    public async Task A_part_before_the_transfer_was_made_is_taken_back_once_it_is()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var paid = await site.GiveToUnreadyPartnerAsync();
        await site.RefundAsync(paid, 1000);
        await site.SettleAsync();
        await site.PartnerMayBePaidAsync(true);
        await site.SettleAsync();
        // One that was tried while the transfer waited is due at once when it is made.
        await site.DrainOutboxAsync();

        var transfer = await site.TransferAsync(paid);
        Assert.Equal((2437, 975), (transfer.AmountMinor, transfer.ReversedMinor));
        Assert.Equal((0, 0), (await site.CampaignBalanceAsync(), await site.PartnerBalanceAsync()));
        await site.AssertBooksAsync();
    }
}
