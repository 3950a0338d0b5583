using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Messages;
using Solidarity.Payments.Tests.Running;
using Stripe;

namespace Solidarity.Payments.Tests.Transfers;

/// <summary>A process died between Stripe's answer and the saving, and Stripe has forgotten the key since.</summary>
[Collection(WithSandbox.Name)]
public class AfterKeysExpireTests(StripeSandbox sandbox)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_transfer_that_Stripe_has_is_saved_and_no_second_one_made(bool withMetadata)
    {
        await using var site = await Installation.StartAsync(sandbox);
        var paid = await site.GiveToUnreadyPartnerAsync();
        await site.PartnerMayBePaidAsync(true);
        var ours = await site.TransferAsync(paid);
        var made = await new TransferService(site.Stripe).CreateAsync(new TransferCreateOptions
        {
            Amount = ours.AmountMinor,
            Currency = "eur",
            Destination = site.Account,
            SourceTransaction = ours.ChargeId,
            TransferGroup = paid.ToString("D"),
            Metadata = withMetadata ? new() { ["transfer"] = ours.Id.ToString("D") } : [],
        });
        await site.AdvanceAsync(TimeSpan.FromHours(25));
        await site.SettleAsync();

        Assert.Equal(made.Id, (await site.TransferAsync(paid)).StripeTransferId);
        Assert.Single(await new TransferService(site.Stripe).ListAsync(new TransferListOptions { TransferGroup = paid.ToString("D") }));
        await site.AssertBooksAsync();
    }

    [Fact]
    public async Task A_transfer_that_Stripe_does_not_have_is_made_however_late()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var paid = await site.GiveToUnreadyPartnerAsync();
        await site.AdvanceAsync(TimeSpan.FromDays(30));
        await site.PartnerMayBePaidAsync(true);
        await site.SettleAsync();
        Assert.NotNull((await site.TransferAsync(paid)).StripeTransferId);
        await site.AssertBooksAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_reversal_that_Stripe_has_is_saved_and_no_second_one_made(bool withMetadata)
    {
        await using var site = await Installation.StartAsync(sandbox);
        var paid = await site.GiveAsync();
        await site.RefundAsync(paid, 1000);
        await site.TakeInAsync();
        await site.WithAsync<Payments.Refunds.SyncRefunds>(async sync => await sync.RunAsync(await site.ChargeAsync(paid), default));
        var planned = await site.DbAsync(db => db.TransferReversals.AsNoTracking().Include(r => r.Transfer).SingleAsync());
        var made = await new TransferReversalService(site.Stripe).CreateAsync(planned.Transfer.StripeTransferId!, new TransferReversalCreateOptions
        {
            Amount = planned.AmountMinor,
            Metadata = withMetadata ? new() { ["reversal"] = planned.Id.ToString("D") } : [],
        });
        await site.AdvanceAsync(TimeSpan.FromHours(25));
        await site.SettleAsync();

        Assert.Equal(made.Id, await site.DbAsync(db => db.TransferReversals.Select(r => r.StripeReversalId).SingleAsync()));
        Assert.Equal(planned.AmountMinor, (await new TransferService(site.Stripe).GetAsync(planned.Transfer.StripeTransferId!)).AmountReversed);
        Assert.Equal(MessageState.Done, (await site.MessageAsync(OutboxKinds.TransferReversal, planned.Id)).State);
        await site.AssertBooksAsync();
    }

    [Fact]
    public async Task Two_reversals_of_the_same_amount_are_two()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var paid = await site.GiveAsync();
        await site.RefundAsync(paid, 1000);
        await site.SettleAsync();
        await site.RefundAsync(paid, 1000);
        await site.WithAsync<Payments.Refunds.SyncRefunds>(async sync => await sync.RunAsync(await site.ChargeAsync(paid), default));
        await site.AdvanceAsync(TimeSpan.FromHours(25));
        await site.SettleAsync();
        Assert.Equal(2, await site.DbAsync(db => db.TransferReversals.Select(r => r.StripeReversalId).Distinct().CountAsync()));
        Assert.Equal((0, 0), (await site.CampaignBalanceAsync(), await site.PartnerBalanceAsync()));
        await site.AssertBooksAsync();
    }
}
