using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Ledger;
using Solidarity.Domain.Messages;
using Solidarity.TestDatabases;
using Xunit.Abstractions;

namespace Solidarity.Faults.KillNine;

/// <summary>What must be true after the run, whatever happened in it.</summary>
public sealed class KilledWhileGivingTests : IClassFixture<KilledWhileGiving>
{
    private static readonly DonationStatus[] Unpaid = [DonationStatus.Started, DonationStatus.Processing, DonationStatus.Failed, DonationStatus.Expired];

    private readonly KilledWhileGiving _run;

    public KilledWhileGivingTests(KilledWhileGiving run, ITestOutputHelper output)
    {
        _run = run;
        output.WriteLine(run.Told);
    }

    [Fact]
    public void As_many_payments_came_in_as_asked() => Assert.True(_run.Books.Payments.Count() >= _run.PaymentsWanted);

    [Fact]
    public void No_client_got_an_answer_that_it_should_not() => Assert.Empty(_run.Giver.Surprises);

    [Fact]
    public async Task Every_balance_transaction_of_Stripe_is_in_our_ledger_to_the_cent()
    {
        var ours = await PostingsAsync();
        var wrong = _run.Books.Transactions
            .Select(t => (t.Id, t.Type, t.Net, Ours: ours.Where(p => p.StripeId == t.Id || p.StripeId == t.Source).Sum(p => p.Amount)))
            .Where(t => t.Net != t.Ours);
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Every_posting_on_our_Stripe_balance_is_in_the_books_of_Stripe()
    {
        var theirs = _run.Books.Transactions.SelectMany(t => new[] { t.Id, t.Source }).ToHashSet();
        Assert.DoesNotContain(await PostingsAsync(), p => !theirs.Contains(p.StripeId));
    }

    [Fact]
    public async Task Our_Stripe_balance_is_what_Stripe_says()
    {
        await using var db = _run.Site.Database();
        var kept = await db.LedgerAccounts.Where(a => a.Code == Accounts.StripeBalance).Select(a => a.BalanceMinor).SingleAsync();
        Assert.Equal(_run.Books.Balances["eur"], kept);
    }

    [Fact]
    public async Task Who_paid_at_Stripe_has_paid_with_us_and_nobody_else_has()
    {
        await using var db = _run.Site.Database();
        var ours = await db.Donations.Where(d => !Unpaid.Contains(d.Status)).Select(d => d.Id).ToListAsync();
        var theirs = _run.Books.Payments.Select(p => p.Donation!.Value).ToList();
        Assert.Equal(theirs.Count, theirs.Distinct().Count());
        Assert.Equal(theirs.Order(), ours.Order());
    }

    [Fact]
    public async Task Every_planned_gift_is_one_donation_and_ended_as_its_giver_meant()
    {
        await using var db = _run.Site.Database();
        var donations = await db.Donations.ToLookupAsync(d => d.Email);
        foreach (var gift in _run.Plan)
        {
            var donation = Assert.Single(donations[gift.Email]);
            Assert.True(gift.IsPaid == !Unpaid.Contains(donation.Status), $"{gift} is {donation.Status}.");
        }
    }

    [Fact]
    public async Task A_paid_donation_has_one_receipt_and_one_mail_with_it()
    {
        await using var db = _run.Site.Database();
        var paid = await db.Donations.Where(d => !Unpaid.Contains(d.Status)).Select(d => new { d.Id, d.Email }).ToListAsync();
        var receipts = await db.Receipts.ToListAsync();
        Assert.Equal(paid.Select(d => d.Id).Order(), receipts.Select(r => r.DonationId).Order());
        Assert.DoesNotContain(receipts, r => r.MailedAt is null);

        var mails = Directory.EnumerateFiles(_run.Site.Mailbox, "*.eml").Select(File.ReadAllText).Where(m => m.Contains("application/pdf", StringComparison.Ordinal)).ToList();
        Assert.Equal(paid.Select(d => d.Email).Order(StringComparer.Ordinal), mails.Select(RecipientOf).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Receipts_are_numbered_without_gaps()
    {
        await using var db = _run.Site.Database();
        var numbers = await db.Receipts.Select(r => r.Number).ToListAsync();
        var year = numbers[0][..4];
        Assert.Equal(Enumerable.Range(1, numbers.Count).Select(n => $"{year}-{n:D6}"), numbers.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_paid_donation_was_passed_on_once_unless_it_was_called_off()
    {
        await using var db = _run.Site.Database();
        var transfers = await db.Transfers.ToListAsync();
        var paid = await db.Donations.Where(d => !Unpaid.Contains(d.Status)).Select(d => d.Id).ToListAsync();
        Assert.Equal(paid.Order(), transfers.Select(t => t.DonationId).Order());
        Assert.DoesNotContain(transfers, t => t.StripeTransferId is null && !t.CalledOff);
        Assert.Equal(
            transfers.Where(t => t.StripeTransferId is not null).Select(t => t.DonationId).Order(),
            _run.Books.Transfers.Select(t => t.Donation!.Value).Order());
    }

    [Fact]
    public async Task Nothing_is_left_on_the_way_to_the_partner_or_held_for_a_dispute()
    {
        await using var db = _run.Site.Database();
        var left = await db.LedgerAccounts.Where(a => a.Code.StartsWith("partner:") || a.Code.StartsWith("campaign:") || a.Code == Accounts.DisputesHeld).Select(a => new { a.Code, a.BalanceMinor }).ToListAsync();
        Assert.All(left, a => Assert.Equal(0, a.BalanceMinor));
    }

    [Fact]
    public async Task No_message_is_left_over_and_none_needs_a_person()
    {
        await using var db = _run.Site.Database();
        Assert.Empty(await db.Inbox.Where(m => m.State != MessageState.Done).Select(m => $"{m.Kind} {m.State}: {m.LastError}").ToListAsync());
        Assert.Empty(await db.Outbox.Where(m => m.State != MessageState.Done).Select(m => $"{m.Kind} {m.State}: {m.LastError}").ToListAsync());
    }

    [Fact]
    public async Task The_campaign_shows_the_gifts_less_what_went_back()
    {
        await using var db = _run.Site.Database();
        var gifts = await db.DonationLines.Where(l => l.Kind == LineKind.Gift && !Unpaid.Contains(l.Donation.Status)).SumAsync(l => l.AmountMinor - l.RefundedMinor);
        Assert.Equal(gifts, _run.Raised);
        Assert.Equal(_run.Plan.Where(g => g.IsPaid).Sum(g => g.Amount), await db.DonationLines.Where(l => l.Kind == LineKind.Gift && !Unpaid.Contains(l.Donation.Status)).SumAsync(l => l.AmountMinor));
    }

    [Fact]
    public async Task The_ledger_verifies()
    {
        var (exit, said) = await _run.Site.CommandAsync("verify-ledger");
        Assert.True(exit == 0, said);
    }

    [Fact]
    public async Task The_ledger_names_a_posting_that_was_changed_by_hand()
    {
        if (TestProvider.Name == TestProvider.SqlServer)
            return; // It cannot copy a database without a backup on its own disk.
        var copy = Path.Combine(_run.Folder, "edited");
        Directory.CreateDirectory(copy);
        await using var edited = await OwnDatabase.Of(_run.Site.Data).CopyAsync(copy);
        long id;
        await using (var db = _run.Site.Database(copy))
        {
            id = await db.Postings.OrderBy(p => p.Id).Skip(100).Select(p => p.Id).FirstAsync();
            await db.Database.ExecuteSqlRawAsync(TestProvider.IsSqlite ? "DROP TRIGGER \"Postings_NoUpdate\"" : "DROP TRIGGER \"Postings_NoUpdate\" ON \"Postings\"");
            await db.Database.ExecuteSqlAsync($"""UPDATE "Postings" SET "AmountMinor" = "AmountMinor" + 1 WHERE "Id" = {id}""");
        }

        await edited.LetGoAsync();
        var (exit, said) = await _run.Site.CommandAsync("verify-ledger", copy);
        Assert.Equal(1, exit);
        Assert.Contains($"posting {id} ", said, StringComparison.Ordinal);
    }

    private async Task<List<(string? StripeId, long Amount)>> PostingsAsync()
    {
        await using var db = _run.Site.Database();
        var found = await db.Postings.Where(p => p.Account.Code == Accounts.StripeBalance).Select(p => new { p.StripeId, p.AmountMinor }).ToListAsync();
        return [.. found.Select(p => (p.StripeId, p.AmountMinor))];
    }

    private static string RecipientOf(string mail)
    {
        var line = mail.Split("\r\n").First(l => l.StartsWith("To: ", StringComparison.Ordinal));
        return line["To: ".Length..].Trim('<', '>', ' ');
    }
}

file static class Lookups
{
    public static async Task<ILookup<string, Donation>> ToLookupAsync(this IQueryable<Donation> donations, Func<Donation, string> key) =>
        (await donations.AsNoTracking().ToListAsync()).ToLookup(key);
}
