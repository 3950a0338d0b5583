using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Partners;
using Solidarity.Payments.Payouts;
using Solidarity.Payments.Tests.Running;
using Solidarity.Payments.Webhooks;
using Stripe;

namespace Solidarity.Payments.Tests.Payouts;

[Collection(WithSandbox.Name)]
public class SyncPayoutsTests(StripeSandbox sandbox)
{
    [Fact]
    public async Task A_payout_leads_to_every_gift_in_it_and_to_what_was_taken_back()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var (one, two) = (await site.GiveAsync(2500), await site.GiveAsync(4000));
        await site.RefundAsync(two, 1000);
        await site.SettleAsync();
        var stripeId = await site.PayOutAsync();
        await site.HearOfPartnerAsync();

        var payout = Assert.Single(await site.PayoutsAsync());
        Assert.Equal((stripeId, PayoutStatus.Paid, "EUR", true, null), (payout.StripePayoutId, payout.Status, payout.CurrencyCode, payout.ItemsComplete, payout.FailureReason));
        Assert.Equal(site.Campaign.PartnerId, payout.PartnerId);
        Assert.Equal(DateOnly.FromDateTime(payout.CreatedAt.UtcDateTime), payout.ArrivesOn);
        Assert.Equal(payout.AmountMinor, payout.Items.Sum(i => i.NetMinor));
        var gifts = await site.DbAsync(db => db.PayoutItems.OrderBy(i => i.AmountMinor).Select(i => new { i.Kind, i.Transfer!.DonationId, i.AmountMinor, i.TransferReversal!.Because }).ToListAsync());
        Assert.Equal([(PayoutItemKind.Reversal, two), (PayoutItemKind.Transfer, one), (PayoutItemKind.Transfer, two)], gifts.Select(g => (g.Kind, g.DonationId)));
        Assert.True(gifts[0].AmountMinor < 0);
        Assert.StartsWith("re_", gifts[0].Because, StringComparison.Ordinal);
        Assert.All(gifts.Skip(1), g => Assert.Null(g.Because));
    }

    [Fact]
    public async Task A_payout_on_its_way_becomes_one_that_arrived()
    {
        await using var site = await Installation.StartAsync(sandbox);
        await site.GiveAsync();
        var stripeId = await site.PayOutAsync("in_transit");
        await site.HearOfPartnerAsync();
        Assert.Equal(PayoutStatus.InTransit, Assert.Single(await site.PayoutsAsync()).Status);
        await sandbox.ControlAsync("payouts/" + stripeId, ("status", "paid"));
        await site.HearOfPartnerAsync();
        Assert.Equal(PayoutStatus.Paid, Assert.Single(await site.PayoutsAsync()).Status);
    }

    [Fact]
    public async Task What_a_failed_payout_brought_back_is_named_in_the_next()
    {
        await using var site = await Installation.StartAsync(sandbox);
        await site.GiveAsync();
        var failed = await site.PayOutAsync("failed");
        var next = await site.PayOutAsync();
        await site.HearOfPartnerAsync();

        var payouts = (await site.PayoutsAsync()).ToDictionary(p => p.StripePayoutId);
        Assert.Equal((PayoutStatus.Failed, "account_closed"), (payouts[failed].Status, payouts[failed].FailureReason));
        Assert.Equal(PayoutItemKind.Transfer, Assert.Single(payouts[failed].Items).Kind);
        var brought = Assert.Single(payouts[next].Items);
        Assert.Equal((PayoutItemKind.FailedPayout, failed, payouts[next].AmountMinor), (brought.Kind, brought.StripeSourceId, brought.NetMinor));
    }

    [Fact]
    public async Task Events_in_any_order_and_again_and_at_once_change_nothing_twice()
    {
        await using var site = await Installation.StartAsync(sandbox);
        await site.GiveAsync();
        await site.GiveAsync(1000);
        await site.PayOutAsync("failed");
        await site.PayOutAsync();
        var events = (await site.EventsAsync(site.Account)).Where(e => e.Type.StartsWith("payout.", StringComparison.Ordinal)).ToList();
        Assert.Equal(5, events.Count);
        await Task.WhenAll(events.AsEnumerable().Reverse().Concat(events).Select(e => HandleAsync(site, e)));
        var before = await TellAsync(site);
        Assert.Equal(["Failed", "FailedPayout", "Paid", "Transfer", "Transfer"], before.Select(told => told.Split(' ')[0]).Order(StringComparer.Ordinal));

        foreach (var stripeEvent in events.AsEnumerable().Reverse().Concat(events))
            await HandleAsync(site, stripeEvent);
        Assert.Equal(before, await TellAsync(site));
    }

    [Fact]
    public async Task A_transfer_that_we_hear_of_later_is_joined_then()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var paid = await site.GiveAsync();
        var transfer = await site.TransferAsync(paid);
        await KnowAsync(site, transfer.Id, null);
        var stripeId = await site.PayOutAsync();
        await site.HearOfPartnerAsync();
        var item = Assert.Single(Assert.Single(await site.PayoutsAsync()).Items);
        Assert.Equal((PayoutItemKind.Transfer, null), (item.Kind, item.TransferId));

        await KnowAsync(site, transfer.Id, transfer.StripeTransferId);
        await site.WithAsync<SyncPayouts>(sync => sync.RunAsync(site.Account, stripeId, default));
        Assert.Equal(transfer.Id, Assert.Single(Assert.Single(await site.PayoutsAsync()).Items).TransferId);
    }

    [Fact]
    public async Task A_transfer_made_by_hand_is_told_without_a_gift()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var paid = await site.GiveAsync(2500, tip: 500);
        await site.AdvanceAsync(TimeSpan.FromDays(7));
        await new TransferService(site.Stripe).CreateAsync(new TransferCreateOptions { Amount = 300, Currency = "eur", Destination = site.Account });
        await site.PayOutAsync();
        await site.HearOfPartnerAsync();
        var items = Assert.Single(await site.PayoutsAsync()).Items;
        Assert.Equal([(300, null), ((await site.TransferAsync(paid)).AmountMinor, (await site.TransferAsync(paid)).Id)], items.OrderBy(i => i.AmountMinor).Select(i => (i.AmountMinor, i.TransferId)));
    }

    [Fact]
    public async Task The_payouts_of_an_account_that_is_no_partners_are_left_alone()
    {
        await using var site = await Installation.StartAsync(sandbox);
        await site.GiveAsync();
        var stripeId = await site.PayOutAsync();
        await site.DbAsync(db => db.Partners.ExecuteUpdateAsync(set => set.SetProperty(p => p.StripeAccountId, "acct_other")));
        await site.WithAsync<SyncPayouts>(sync => sync.RunAsync(site.Account, stripeId, default));
        Assert.Empty(await site.PayoutsAsync());
    }

    private static Task HandleAsync(Installation site, Event stripeEvent) => site.WithAsync<HandleStripeEvent>(async handle =>
    {
        var message = new Domain.Messages.InboxMessage
        {
            EventId = stripeEvent.Id,
            Kind = stripeEvent.Type,
            ObjectId = ((IHasId)stripeEvent.Data!.Object!).Id,
            StripeAccountId = stripeEvent.Account,
            CreatedAt = default,
            DueAt = default,
        };
        try
        {
            await handle.RunAsync(message, default);
        }
        catch (DbUpdateException)
        {
            // Another was first; the queue tries again.
            await site.WithAsync<HandleStripeEvent>(again => again.RunAsync(message, default));
        }
    });

    private static Task KnowAsync(Installation site, Guid transfer, string? stripeId) =>
        site.DbAsync(db => db.Transfers.Where(t => t.Id == transfer).ExecuteUpdateAsync(set => set.SetProperty(t => t.StripeTransferId, stripeId)));

    private static async Task<List<string>> TellAsync(Installation site) =>
        [.. (await site.PayoutsAsync()).SelectMany(p => p.Items.OrderBy(i => i.Id).Select(i => $"{i.Kind} {i.Id} {i.NetMinor} {i.TransferId}").Prepend($"{p.Status} {p.Id} {p.AmountMinor}"))];
}
