using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Ledger;

namespace Solidarity.Domain.Tests.Ledger;

public class PostToLedgerTests : DatabaseTest
{
    [Fact]
    public async Task Posts_seals_and_moves_the_kept_balances()
    {
        await PostAsync(Entry("charge:ch_1").Post("stripe:balance", Money.Eur(2700), "txn_1").Post("campaign:a", Money.Eur(-2500)).Post("tips", Money.Eur(-200)));
        await PostAsync(Entry("charge:ch_2").Post("stripe:balance", Money.Eur(1000)).Post("campaign:a", Money.Eur(-1000)));

        await using var db = Database.Open();
        var transaction = await db.LedgerTransactions.Include(t => t.Postings).SingleAsync(t => t.Reference == "charge:ch_1");
        Assert.True(transaction.Sealed);
        Assert.Equal((LedgerReason.Payment, FakeClock.Noon), (transaction.Reason, transaction.At));
        Assert.Equal([2700, -2500, -200], transaction.Postings.OrderBy(p => p.Id).Select(p => p.AmountMinor));
        Assert.Equal("txn_1", transaction.Postings.OrderBy(p => p.Id).First().StripeId);
        Assert.Equal(
            [("campaign:a", -3500L), ("stripe:balance", 3700L), ("tips", -200L)],
            (await db.LedgerAccounts.OrderBy(a => a.Code).ToListAsync()).Select(a => (a.Code, a.BalanceMinor)));
    }

    [Fact]
    public async Task Two_currencies_balance_each_for_itself_on_accounts_of_their_own()
    {
        var yen = Currency.Of("JPY");
        await PostAsync(Entry("fx").Post("stripe:balance", Money.Eur(100)).Post("tips", Money.Eur(-100)).Post("stripe:balance", new Money(100, yen)).Post("tips", new Money(-100, yen)));
        await using var db = Database.Open();
        Assert.Equal(4, await db.LedgerAccounts.CountAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => PostAsync(Entry("mixed").Post("stripe:balance", Money.Eur(100)).Post("tips", new Money(-100, yen))));
    }

    [Fact]
    public async Task Several_postings_on_one_account_count_together()
    {
        await PostAsync(Entry("a").Post("tips", Money.Eur(-30)).Post("tips", Money.Eur(-70)).Post("stripe:balance", Money.Eur(100)));
        await using var db = Database.Open();
        Assert.Equal(-100, await db.LedgerAccounts.Where(a => a.Code == "tips").Select(a => a.BalanceMinor).SingleAsync());
    }

    [Fact]
    public async Task Zeros_are_left_out_and_an_entry_of_nothing_is_not_posted()
    {
        await using var db = Database.Open();
        Assert.Null(await db.InTransactionAsync(() => new PostToLedger(db).RunAsync(Entry("zero").Post("tips", Money.Eur(0)), None), None));
        Assert.False(await new PostToLedger(db).HasAsync("zero", None));
        await PostAsync(Entry("some").Post("tips", Money.Eur(0)).Post("stripe:balance", Money.Eur(5)).Post("losses", Money.Eur(-5)));
        Assert.Equal(2, await db.Postings.CountAsync());
    }

    [Fact]
    public async Task What_does_not_balance_is_a_bug_and_leaves_nothing()
    {
        var e = await Assert.ThrowsAsync<InvalidOperationException>(() => PostAsync(Entry("odd").Post("stripe:balance", Money.Eur(100)).Post("tips", Money.Eur(-99))));
        Assert.Contains("odd", e.Message, StringComparison.Ordinal);
        Assert.Contains("EUR 0.01", e.Message, StringComparison.Ordinal);
        await AssertEmptyAsync();
    }

    [Fact]
    public async Task Sums_beyond_all_bounds_throw_instead_of_wrapping_to_zero()
    {
        var entry = Entry("wrap").Post("a", Money.Eur(long.MaxValue)).Post("b", Money.Eur(long.MaxValue)).Post("c", Money.Eur(2));
        await Assert.ThrowsAsync<OverflowException>(() => PostAsync(entry));
        await AssertEmptyAsync();
    }

    [Fact]
    public async Task Outside_a_database_transaction_is_a_bug()
    {
        await using var db = Database.Open();
        await Assert.ThrowsAsync<InvalidOperationException>(() => new PostToLedger(db).RunAsync(Balanced("charge:ch_1"), None));
        await AssertEmptyAsync();
    }

    [Fact]
    public async Task The_same_reference_is_not_posted_twice()
    {
        await PostAsync(Balanced("charge:ch_1"));
        await Assert.ThrowsAsync<DbUpdateException>(() => PostAsync(Balanced("charge:ch_1")));
        await PostAsync(Balanced("charge:CH_1")); // another id: Stripe's mind capitals
        await using var db = Database.Open();
        Assert.True(await new PostToLedger(db).HasAsync("charge:ch_1", None));
        Assert.False(await new PostToLedger(db).HasAsync("charge:ch_2", None));
        Assert.Equal(200, await db.LedgerAccounts.Where(a => a.Code == "stripe:balance").Select(a => a.BalanceMinor).SingleAsync());
    }

    [Fact]
    public async Task What_is_rolled_back_was_never_posted()
    {
        await using var db = Database.Open();
        await Assert.ThrowsAsync<NotSupportedException>(() => db.InTransactionAsync(
            async () =>
            {
                await new PostToLedger(db).RunAsync(Balanced("charge:ch_1"), None);
                throw new NotSupportedException();
            }, None));
        await AssertEmptyAsync();
        await PostAsync(Balanced("charge:ch_1"));
    }

    [Fact]
    public async Task Posts_that_come_at_once_are_all_counted()
    {
        const int Workers = 6, Each = 8;
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++)
            {
                // Accounts in another order each time, some of them new: nobody may wait in a circle.
                var entry = Entry($"charge:ch_{worker}_{i}");
                foreach (var (code, amount) in worker % 2 == 0 ? new[] { ("stripe:balance", 100), ("tips", -40), ($"campaign:{i}", -60) } : [($"campaign:{i}", -60), ("tips", -40), ("stripe:balance", 100)])
                    entry.Post(code, Money.Eur(amount));
                await PostUntilDoneAsync(entry);
            }
        })));

        await using var db = Database.Open();
        Assert.Equal(Workers * Each, await db.LedgerTransactions.CountAsync(t => t.Sealed));
        Assert.Equal(Workers * Each * 100, await db.LedgerAccounts.Where(a => a.Code == "stripe:balance").Select(a => a.BalanceMinor).SingleAsync());
        Assert.Equal(2 + Each, await db.LedgerAccounts.CountAsync());
        Assert.Empty((await new VerifyLedger(db).RunAsync(None)).Faults);
    }

    [Fact]
    public async Task The_same_charge_booked_by_several_workers_at_once_is_posted_once()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            try
            {
                await PostAsync(Balanced("charge:ch_1"));
                return true;
            }
            catch (DbUpdateException)
            {
                return false;
            }
        })));
        Assert.Single(outcomes, posted => posted);
        await using var db = Database.Open();
        Assert.Empty((await new VerifyLedger(db).RunAsync(None)).Faults);
    }

    private static LedgerEntry Entry(string reference) => new(LedgerReason.Payment, reference, FakeClock.Noon);

    private static LedgerEntry Balanced(string reference) => Entry(reference).Post("stripe:balance", Money.Eur(100)).Post("tips", Money.Eur(-100));

    private async Task PostAsync(LedgerEntry entry)
    {
        await using var db = Database.Open();
        await db.InTransactionAsync(() => new PostToLedger(db).RunAsync(entry, None), None);
    }

    /// <summary>On a server two may open the same account at once; the second is refused, and its message is tried again.</summary>
    private async Task PostUntilDoneAsync(LedgerEntry entry)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await PostAsync(entry);
                return;
            }
            catch (DbUpdateException) when (attempt < 10)
            {
            }
        }
    }

    private async Task AssertEmptyAsync()
    {
        await using var db = Database.Open();
        Assert.Equal((0, 0), (await db.LedgerTransactions.CountAsync(), await db.Postings.CountAsync()));
        Assert.Equal(0, await db.LedgerAccounts.SumAsync(a => a.BalanceMinor));
    }
}
