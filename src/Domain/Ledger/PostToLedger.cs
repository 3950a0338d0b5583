using Microsoft.EntityFrameworkCore;

namespace Solidarity.Domain.Ledger;

/// <summary>A transaction about to be posted.</summary>
/// <param name="Reference">What it records; posting the same reference twice is refused by the database.</param>
/// <param name="At">When it happened, by the clock of whoever moved the money.</param>
public sealed record LedgerEntry(LedgerReason Reason, string Reference, DateTimeOffset At, Guid? DonationId = null, Guid? CampaignId = null)
{
    internal List<(string Account, Money Amount, string? StripeId)> Lines { get; } = [];

    /// <summary>Adds a posting: what comes into the account is positive (debit), what leaves it negative. Zero is left out.</summary>
    public LedgerEntry Post(string account, Money amount, string? stripeId = null)
    {
        if (!amount.IsZero)
            Lines.Add((account, amount, stripeId));
        return this;
    }
}

/// <summary>The only way into the ledger. Runs in the caller's database transaction.</summary>
public sealed class PostToLedger(SolidarityDb db)
{
    /// <summary>Whether that reference has been posted.</summary>
    public Task<bool> HasAsync(string reference, CancellationToken cancel) =>
        db.LedgerTransactions.AnyAsync(t => t.Reference == reference, cancel);

    /// <summary>Posts and seals the entry and moves the kept balances.</summary>
    /// <returns>The transaction; null if there was nothing to post.</returns>
    /// <exception cref="InvalidOperationException">The postings do not sum to zero, or no database transaction is open: both are bugs.</exception>
    public async Task<LedgerTransaction?> RunAsync(LedgerEntry entry, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("Ledger entries are posted inside a database transaction, together with what they record.");
        if (entry.Lines.Count == 0)
            return null;
        foreach (var currency in entry.Lines.GroupBy(line => line.Amount.Currency))
        {
            if (currency.Sum(line => line.Amount.Minor) is not 0 and var difference)
                throw new InvalidOperationException($"{entry.Reference} does not balance: {new Money(difference, currency.Key)} too much.");
        }

        var transaction = new LedgerTransaction
        {
            Reason = entry.Reason,
            Reference = entry.Reference,
            At = entry.At,
            DonationId = entry.DonationId,
            CampaignId = entry.CampaignId,
        };
        foreach (var (code, amount, stripeId) in entry.Lines)
        {
            transaction.Postings.Add(new Posting
            {
                AccountId = await AccountAsync(code, amount.Currency, cancel),
                AmountMinor = amount.Minor,
                CurrencyCode = amount.Currency.Code,
                StripeId = stripeId,
            });
        }

        db.LedgerTransactions.Add(transaction);
        await db.SaveChangesAsync(cancel);
        transaction.Sealed = true;
        await db.SaveChangesAsync(cancel);

        // In the order of account ids, so that two nodes never wait for each other in a circle.
        foreach (var account in transaction.Postings.GroupBy(p => p.AccountId).OrderBy(g => g.Key))
        {
            var sum = account.Sum(p => p.AmountMinor);
            await db.LedgerAccounts.Where(a => a.Id == account.Key)
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.BalanceMinor, a => a.BalanceMinor + sum), cancel);
        }

        return transaction;
    }

    private async Task<long> AccountAsync(string code, Currency currency, CancellationToken cancel)
    {
        var known = await db.LedgerAccounts.Where(a => a.Code == code && a.CurrencyCode == currency.Code).Select(a => (long?)a.Id).SingleOrDefaultAsync(cancel);
        if (known is { } id)
            return id;
        var account = new LedgerAccount { Code = code, CurrencyCode = currency.Code };
        db.LedgerAccounts.Add(account);
        await db.SaveChangesAsync(cancel);
        return account.Id;
    }
}
