using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Ledger;
using Solidarity.Domain.Messages;
using Solidarity.Payments.Reconciliation;
using Solidarity.Payments.Tests.Running;

namespace Solidarity.Payments.Tests.Reconciliation;

[Collection(WithSandbox.Name)]
public class CompareBooksTests(StripeSandbox sandbox)
{
    [Fact]
    public async Task What_only_Stripe_knows_of_is_booked()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var paid = await site.GiveAsync();
        await sandbox.ControlAsync("fees", ("amount", 200));
        await site.DisputeAsync(paid, 1000);
        await site.AdvanceAsync(TimeSpan.FromDays(5));
        await sandbox.ControlAsync("payouts");
        Assert.Empty((await CompareAsync(site)).Differences);
        Assert.Equal(DonationStatus.Disputed, (await site.DonationAsync(paid)).Status);
        Assert.Equal(63 + 200 + 2000, await site.BalanceAsync(Accounts.StripeFees) + await CarriedAsync(site));
        await site.AssertBooksAsync();
    }

    [Fact]
    public async Task A_transfer_and_a_reversal_that_only_Stripe_knows_of_are_saved()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var paid = await site.GiveToUnreadyPartnerAsync();
        var ours = await site.TransferAsync(paid);
        await sandbox.ControlAsync("accounts/" + site.Account, ("transfers", "active"));
        await new Stripe.TransferService(site.Stripe).CreateAsync(new Stripe.TransferCreateOptions
        {
            Amount = ours.AmountMinor,
            Currency = "eur",
            Destination = site.Account,
            SourceTransaction = ours.ChargeId,
            Metadata = new() { ["transfer"] = ours.Id.ToString("D") },
        });
        Assert.Empty((await CompareAsync(site)).Differences);
        Assert.NotNull((await site.TransferAsync(paid)).StripeTransferId);
        await site.AssertBooksAsync();
    }

    [Fact]
    public async Task One_that_cannot_be_mended_is_named_and_does_not_keep_the_others_from_it_and_is_settled_however_late()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var bad = await site.PayAsync();
        var good = await site.PayAsync();
        var session = (await site.DonationAsync(bad)).SessionId;
        await SetSessionAsync("cs_gone");
        Assert.Single((await CompareAsync(site)).Differences);
        Assert.Equal(DonationStatus.Paid, (await site.DonationAsync(good)).Status);
        Assert.Null((await site.DbAsync(db => db.Differences.SingleAsync())).SettledAt);

        await site.AdvanceAsync(TimeSpan.FromDays(30));
        await SetSessionAsync(session);
        Assert.Empty((await CompareAsync(site)).Differences);
        Assert.NotNull((await site.DbAsync(db => db.Differences.SingleAsync())).SettledAt);
        Assert.Equal(DonationStatus.Paid, (await site.DonationAsync(bad)).Status);

        Task SetSessionAsync(string? id) => site.DbAsync(db => db.Donations.Where(d => d.Id == bad).ExecuteUpdateAsync(set => set.SetProperty(d => d.SessionId, id)));
    }

    [Fact]
    public async Task A_checkout_that_cannot_be_settled_does_not_keep_the_others_waiting()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var bad = await site.PayAsync();
        await site.DbAsync(db => db.Donations.Where(d => d.Id == bad).ExecuteUpdateAsync(set => set.SetProperty(d => d.SessionId, "cs_gone")));
        var good = await site.PayAsync();
        await site.AdvanceAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(2, await site.WithAsync<ChaseCheckouts, int>(chase => chase.RunAsync(default)));
        Assert.Equal((DonationStatus.Started, DonationStatus.Paid), ((await site.DonationAsync(bad)).Status, (await site.DonationAsync(good)).Status));
    }

    [Fact]
    public async Task Messages_left_to_a_person_are_tried_again()
    {
        await using var site = await Installation.StartAsync(sandbox);
        await site.GiveAsync();
        await site.DbAsync(db => db.Outbox.ExecuteUpdateAsync(set => set.SetProperty(m => m.State, MessageState.NeedsPerson).SetProperty(m => m.Attempts, 13)));
        var inbox = await site.DbAsync(db => db.Inbox.Take(1).ExecuteUpdateAsync(set => set.SetProperty(m => m.State, MessageState.NeedsPerson)));
        var outbox = await site.DbAsync(db => db.Outbox.CountAsync());
        Assert.Equal(inbox + outbox, await site.WithAsync<RetryMessages, int>(retry => retry.RunAsync(default)));
        Assert.True(await site.DbAsync(db => db.Outbox.AllAsync(m => m.State == MessageState.Waiting && m.Attempts == 0)));
        await site.SettleAsync();
        await site.AssertBooksAsync();
    }

    private static Task<BooksReport> CompareAsync(Installation site) => site.WithAsync<CompareBooks, BooksReport>(compare => compare.RunAsync(7, default));

    /// <summary>What of Stripe's fees the recipient carries.</summary>
    private static Task<long> CarriedAsync(Installation site) => site.DbAsync(db => db.Postings
        .Where(p => p.Transaction.Reason == LedgerReason.Fee && p.Account.Code.StartsWith("campaign:")).SumAsync(p => p.AmountMinor));
}
