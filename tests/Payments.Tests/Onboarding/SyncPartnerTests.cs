using Solidarity.Domain.Messages;
using Solidarity.Payments.Tests.Running;

namespace Solidarity.Payments.Tests.Onboarding;

[Collection(WithSandbox.Name)]
public class SyncPartnerTests(StripeSandbox sandbox)
{
    [Fact]
    public async Task A_gift_waits_for_a_partner_who_cannot_be_paid_without_using_up_its_tries_and_is_passed_on_when_the_partner_can()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var paid = await site.GiveToUnreadyPartnerAsync();
        var transfer = await site.TransferAsync(paid);
        for (var i = 0; i < 30; i++)
        {
            site.Clock.Advance(TimeSpan.FromHours(3));
            await site.DrainOutboxAsync();
        }

        Assert.Equal(MessageState.Waiting, (await site.MessageAsync(OutboxKinds.Transfer, transfer.Id)).State);
        Assert.Null((await site.TransferAsync(paid)).StripeTransferId);
        Assert.Equal(-transfer.AmountMinor, await site.PartnerBalanceAsync());

        await site.PartnerMayBePaidAsync(true);
        await site.SettleAsync();
        Assert.NotNull((await site.TransferAsync(paid)).StripeTransferId);
        Assert.Equal(0, await site.PartnerBalanceAsync());
        Assert.Equal(transfer.AmountMinor, (await site.TotalsAsync()).PassedOnMinor);
        await site.AssertBooksAsync();
    }

    [Fact]
    public async Task A_transfer_left_to_a_person_is_due_again_when_the_partner_can_be_paid()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var paid = await site.GiveToUnreadyPartnerAsync();
        var transfer = await site.TransferAsync(paid);
        await site.WithAsync<Domain.SolidarityDb>(async db =>
        {
            var message = db.Outbox.Single(m => m.SubjectId == transfer.Id);
            (message.State, message.Attempts) = (MessageState.NeedsPerson, 13);
            await db.SaveChangesAsync();
        });
        await site.PartnerMayBePaidAsync(true);

        var woken = await site.MessageAsync(OutboxKinds.Transfer, transfer.Id);
        Assert.Equal((MessageState.Waiting, 0, site.Clock.GetUtcNow().ToUnixTimeMilliseconds()), (woken.State, woken.Attempts, woken.DueAt.ToUnixTimeMilliseconds()));
        await site.DrainOutboxAsync();
        Assert.NotNull((await site.TransferAsync(paid)).StripeTransferId);
    }

    [Fact]
    public async Task A_transfer_that_was_called_off_is_not_woken()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var paid = await site.GiveToUnreadyPartnerAsync();
        await site.RefundAsync(paid);
        await site.SettleAsync();
        var transfer = await site.TransferAsync(paid);
        Assert.True(transfer.CalledOff);
        var before = await site.MessageAsync(OutboxKinds.Transfer, transfer.Id);
        await site.PartnerMayBePaidAsync(true);
        Assert.Equal(before.DueAt, (await site.MessageAsync(OutboxKinds.Transfer, transfer.Id)).DueAt);

        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.SettleAsync();
        Assert.Null((await site.TransferAsync(paid)).StripeTransferId);
        Assert.Equal(MessageState.Done, (await site.MessageAsync(OutboxKinds.Transfer, transfer.Id)).State);
        Assert.Equal((0, 0), (await site.CampaignBalanceAsync(), await site.PartnerBalanceAsync()));
        await site.AssertBooksAsync();
    }
}
