using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Ledger;
using Solidarity.Domain.Partners;

namespace Solidarity.Domain.Tests.Ledger;

/// <summary>The books are good as they are; then one thing after the other is changed by hand, and is named.</summary>
public class VerifyLedgerTests : DatabaseTest
{
    private Campaign campaign = null!;
    private Donation donation = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        campaign = await Database.CampaignAsync();
        donation = await Database.PaidAsync(Clock, Seed.Gift(amount: 2500, tip: 200));
        Clock.Advance(TimeSpan.FromDays(1));
        await Database.PaidAsync(Clock, Seed.Gift(amount: 1000));
        await Database.StartAsync(Clock, Seed.Gift(amount: 700));
    }

    [Fact]
    public async Task Good_books_have_no_fault()
    {
        var report = await VerifyAsync();
        Assert.Empty(report.Faults);
        Assert.Equal((2, 5), (report.Transactions, report.Postings));
    }

    [Fact]
    public async Task Empty_books_are_good_books()
    {
        await using var empty = await TestDatabase.CreateAsync();
        await using var db = empty.Open();
        var report = await new VerifyLedger(db).RunAsync(None);
        Assert.Equal((0, 0, 0), (report.Transactions, report.Postings, report.Faults.Count));
    }

    [Fact]
    public async Task An_amount_edited_by_hand_names_its_row()
    {
        await Database.DropTriggersAsync();
        await SqlAsync($"""UPDATE "Postings" SET "AmountMinor" = -2600 WHERE "AmountMinor" = -2500""");
        await using var db = Database.Open();
        var row = await db.Postings.Where(p => p.AmountMinor == -2600).Select(p => p.Id).SingleAsync();
        await FaultAsync($"posting {row} campaign:{campaign.Id} EUR -26.00", "does not balance: the sum is EUR -1.00", $"charge:{donation.ChargeId}");
        await FaultAsync($"(campaign:{campaign.Id}) keeps EUR -35.00, but its postings sum to EUR -36.00");
    }

    [Fact]
    public async Task A_currency_edited_by_hand_is_named_even_if_nobody_knows_it()
    {
        await Database.DropTriggersAsync();
        await SqlAsync($"""UPDATE "Postings" SET "CurrencyCode" = 'XXX' WHERE "AmountMinor" = -2500""");
        await FaultAsync("the sum is XXX -2500 minor units");
        await FaultAsync("has another currency than its account");
    }

    [Fact]
    public async Task A_posting_deleted_by_hand_is_missed()
    {
        await Database.DropTriggersAsync();
        await SqlAsync($"""DELETE FROM "Postings" WHERE "AmountMinor" = -200""");
        await FaultAsync("does not balance: the sum is EUR 2.00");
        await FaultAsync("(tips) keeps EUR -2.00, but its postings sum to EUR 0.00");
    }

    [Fact]
    public async Task Two_amounts_edited_so_that_they_still_balance_are_found_by_the_accounts()
    {
        await Database.DropTriggersAsync();
        await SqlAsync($"""UPDATE "Postings" SET "AmountMinor" = "AmountMinor" - 100 WHERE "AmountMinor" = -2500""");
        await SqlAsync($"""UPDATE "Postings" SET "AmountMinor" = "AmountMinor" + 100 WHERE "AmountMinor" = -200""");
        await FaultAsync("(tips) keeps EUR -2.00, but its postings sum to EUR -1.00");
    }

    [Fact]
    public async Task A_whole_transaction_deleted_by_hand_is_missed()
    {
        await Database.DropTriggersAsync();
        await SqlAsync($"""UPDATE "DonationLines" SET "PaidTransactionId" = NULL WHERE "DonationId" = {donation.Id}""");
        await SqlAsync($"""DELETE FROM "Postings" WHERE "TransactionId" IN (SELECT "Id" FROM "LedgerTransactions" WHERE "DonationId" = {donation.Id})""");
        await SqlAsync($"""DELETE FROM "LedgerTransactions" WHERE "DonationId" = {donation.Id}""");
        await FaultAsync($"Donation {donation.Id} is Paid, but 0 payments are posted for it.");
        await FaultAsync("(stripe:balance) keeps EUR 37.00, but its postings sum to EUR 10.00");
    }

    [Fact]
    public async Task A_transaction_without_postings_is_named()
    {
        await SaveAsync(new LedgerTransaction { Reason = LedgerReason.Other, Reference = "by hand", At = FakeClock.Noon });
        await FaultAsync("(by hand) is not sealed or has fewer than two postings");
    }

    [Fact]
    public async Task A_kept_balance_edited_by_hand_is_named()
    {
        await SqlAsync($"""UPDATE "LedgerAccounts" SET "BalanceMinor" = 0 WHERE "Code" = 'tips'""");
        await FaultAsync("(tips) keeps EUR 0.00, but its postings sum to EUR -2.00");
    }

    [Fact]
    public async Task A_donation_of_another_amount_than_its_charge_is_named()
    {
        await SqlAsync($"""UPDATE "DonationLines" SET "AmountMinor" = 300 WHERE "DonationId" = {donation.Id} AND "Kind" = 'Tip'""");
        await SqlAsync($"""UPDATE "Donations" SET "AmountMinor" = 2800 WHERE "Id" = {donation.Id}""");
        Assert.Contains("put 2700 on stripe:balance, but the donation is of 2800", Assert.Single((await VerifyAsync()).Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_that_do_not_add_up_are_named()
    {
        await SqlAsync($"""UPDATE "DonationLines" SET "AmountMinor" = 300 WHERE "DonationId" = {donation.Id} AND "Kind" = 'Tip'""");
        Assert.Equal([$"Donation {donation.Id}: its lines do not add up to it."], (await VerifyAsync()).Faults);
        await SqlAsync($"""UPDATE "DonationLines" SET "AmountMinor" = 200, "RefundedMinor" = 100 WHERE "DonationId" = {donation.Id} AND "Kind" = 'Tip'""");
        Assert.Equal([$"Donation {donation.Id}: its lines do not add up to it."], (await VerifyAsync()).Faults);
    }

    [Fact]
    public async Task A_donation_that_says_paid_and_was_not_is_named()
    {
        await SqlAsync($"""UPDATE "Donations" SET "Status" = 'Paid' WHERE "AmountMinor" = 700""");
        await FaultAsync("is Paid, but 0 payments are posted for it");
        await FaultAsync("counts as paid, but has no receipt");
    }

    [Fact]
    public async Task A_donation_that_was_paid_and_does_not_say_so_is_named()
    {
        await SqlAsync($"""UPDATE "Donations" SET "Status" = 'Expired' WHERE "Id" = {donation.Id}""");
        await FaultAsync($"Donation {donation.Id} is Expired, but 1 payments are posted for it.");
    }

    [Fact]
    public async Task A_payment_posted_twice_under_two_references_is_named()
    {
        await using var db = Database.Open();
        await db.InTransactionAsync(() => new PostToLedger(db).RunAsync(
            new LedgerEntry(LedgerReason.Payment, "charge:again", FakeClock.Noon, donation.Id).Post("stripe:balance", Money.Eur(2700)).Post("tips", Money.Eur(-2700)), None), None);
        Assert.Equal([$"Donation {donation.Id} is Paid, but 2 payments are posted for it."], (await VerifyAsync()).Faults);
    }

    [Fact]
    public async Task A_paid_donation_without_a_receipt_is_named()
    {
        await SqlAsync($"""DELETE FROM "Receipts" WHERE "DonationId" = {donation.Id}""");
        Assert.Equal([$"Donation {donation.Id} counts as paid, but has no receipt."], (await VerifyAsync()).Faults);
    }

    [Theory]
    [InlineData("RaisedMinor", "soup shows 3501 raised in 2 gifts and 0 given back, but its lines say 3500 in 2 and 0.")]
    [InlineData("Donations", "soup shows 3500 raised in 3 gifts and 0 given back")]
    [InlineData("RefundedMinor", "soup shows 3500 raised in 2 gifts and 1 given back")]
    [InlineData("PassedOnMinor", "soup shows 1 passed on, but its transfers say 0.")]
    public async Task A_total_that_the_lines_do_not_bear_out_is_named(string column, string fault)
    {
        await SqlAsync(System.Runtime.CompilerServices.FormattableStringFactory.Create($"UPDATE \"CampaignTotals\" SET \"{column}\" = \"{column}\" + 1"));
        Assert.Contains(fault, Assert.Single((await VerifyAsync()).Faults), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RaisedMinor", "soup shows 1001 in 1 gifts")]
    [InlineData("Donations", "soup shows 3500 in 3 gifts by days, but its lines say 3500 in 2.")]
    public async Task A_day_that_the_lines_do_not_bear_out_is_named(string column, string fault)
    {
        if (column == "RaisedMinor")
            await SqlAsync($"""DELETE FROM "CampaignDays" WHERE "RaisedMinor" = 2500""");
        await SqlAsync(System.Runtime.CompilerServices.FormattableStringFactory.Create($"UPDATE \"CampaignDays\" SET \"{column}\" = \"{column}\" + 1 WHERE \"RaisedMinor\" = 1000"));
        Assert.Contains(fault, Assert.Single((await VerifyAsync()).Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Totals_that_are_gone_are_missed()
    {
        await SqlAsync($"""DELETE FROM "CampaignTotals" """);
        await FaultAsync("Campaign soup has no totals.");
    }

    [Fact]
    public async Task What_was_passed_on_is_what_the_made_transfers_say()
    {
        await SaveAsync(new Transfer
        {
            Id = Guid.NewGuid(),
            PartnerId = campaign.PartnerId,
            CampaignId = campaign.Id,
            DonationId = donation.Id,
            AmountMinor = 2500,
            ReversedMinor = 500,
            CurrencyCode = "EUR",
            ChargeId = "ch_1",
            CreatedAt = FakeClock.Noon,
            MadeAt = FakeClock.Noon,
        });
        await FaultAsync("soup shows 0 passed on, but its transfers say 2000.");
        await SqlAsync($"""UPDATE "CampaignTotals" SET "PassedOnMinor" = 2000""");
        Assert.Empty((await VerifyAsync()).Faults);
    }

    [Fact]
    public async Task A_gift_given_back_stays_in_its_day_and_leaves_the_total()
    {
        await SqlAsync($"""UPDATE "Donations" SET "RefundedMinor" = 2700, "Status" = 'Refunded' WHERE "Id" = {donation.Id}""");
        await SqlAsync($"""UPDATE "DonationLines" SET "RefundedMinor" = "AmountMinor" WHERE "DonationId" = {donation.Id}""");
        await SqlAsync($"""UPDATE "CampaignTotals" SET "RaisedMinor" = 1000, "Donations" = 1, "RefundedMinor" = 2500""");
        Assert.Empty((await VerifyAsync()).Faults);
    }

    /// <summary>Checking the books of a large site takes minutes; nobody's payment may wait for it, nor be seen by halves.</summary>
    [Fact]
    public async Task A_payment_can_be_booked_while_the_books_are_being_checked()
    {
        await using var db = Database.Open();
        await db.InSnapshotAsync(
            async () =>
            {
                Assert.Equal(2, await db.LedgerTransactions.CountAsync());
                await Database.PaidAsync(Clock, Seed.Gift(amount: 500));
                Assert.Equal(2, await db.LedgerTransactions.CountAsync());
                return true;
            }, None);
        Assert.Equal(3, (await VerifyAsync()).Transactions);
    }

    private async Task<LedgerReport> VerifyAsync()
    {
        await using var db = Database.Open();
        return await new VerifyLedger(db).RunAsync(None);
    }

    private async Task FaultAsync(params string[] words)
    {
        var faults = (await VerifyAsync()).Faults;
        Assert.True(faults.Any(fault => words.All(w => fault.Contains(w, StringComparison.Ordinal))), string.Join(Environment.NewLine, faults));
    }
}
