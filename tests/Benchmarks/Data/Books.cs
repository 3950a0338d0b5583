using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Ledger;

namespace Solidarity.Benchmarks.Data;

/// <summary>Ledger transactions as rows, and what must be added to the kept sums for them.</summary>
internal sealed class Books(SolidarityDb db, BulkRows rows, string currency)
{
    private readonly Dictionary<string, long> _accounts = [];
    private readonly Dictionary<string, long> _balances = [];
    private readonly Dictionary<(Guid Campaign, DateOnly Day), (long Raised, long Gifts)> _days = [];
    private readonly Dictionary<Guid, (long Raised, long Gifts, long Refunded, long PassedOn)> _totals = [];
    private long _last;

    private long _unsealed;

    public async Task OpenAsync(IEnumerable<string> codes)
    {
        _last = await db.LedgerTransactions.MaxAsync(t => (long?)t.Id) ?? 0;
        _unsealed = _last;
        foreach (var code in codes.Distinct())
        {
            var account = await db.LedgerAccounts.SingleOrDefaultAsync(a => a.Code == code && a.CurrencyCode == currency);
            if (account is null)
                db.Add(account = new LedgerAccount { Code = code, CurrencyCode = currency });
            await db.SaveChangesAsync();
            _accounts[code] = account.Id;
        }

        db.ChangeTracker.Clear();
    }

    /// <returns>The transaction's number.</returns>
    public long Post(LedgerReason reason, string reference, DateTimeOffset at, Guid donation, Guid campaign, params ReadOnlySpan<(string Account, long Amount, string StripeId)> lines)
    {
        rows.Add(new LedgerTransaction { Id = ++_last, Reason = reason, Reference = reference, At = at, DonationId = donation, CampaignId = campaign });
        foreach (var (account, amount, stripeId) in lines)
        {
            if (amount == 0)
                continue;
            rows.Add(new Posting { TransactionId = _last, AccountId = _accounts[account], AmountMinor = amount, CurrencyCode = currency, StripeId = stripeId });
            _balances[account] = _balances.GetValueOrDefault(account) + amount;
        }

        return _last;
    }

    public void Came(Guid campaign, DateOnly day, long amount)
    {
        var (raised, gifts) = _days.GetValueOrDefault((campaign, day));
        _days[(campaign, day)] = (raised + amount, gifts + 1);
        Count(campaign, amount, 1, 0, 0);
    }

    public void WentBack(Guid campaign, long amount, bool whole) => Count(campaign, -amount, whole ? -1 : 0, amount, 0);

    /// <param name="amount">Negative where it was taken back.</param>
    public void PassedOn(Guid campaign, long amount) => Count(campaign, 0, 0, 0, amount);

    private void Count(Guid campaign, long raised, long gifts, long refunded, long passedOn)
    {
        var sums = _totals.GetValueOrDefault(campaign);
        _totals[campaign] = (sums.Raised + raised, sums.Gifts + gifts, sums.Refunded + refunded, sums.PassedOn + passedOn);
    }

    /// <summary>Seals what was posted since and moves the kept sums, in the transaction in which the rows were written.</summary>
    public async Task CloseAsync()
    {
        await db.LedgerTransactions.Where(t => t.Id > _unsealed && t.Id <= _last).ExecuteUpdateAsync(set => set.SetProperty(t => t.Sealed, true));
        _unsealed = _last;
        foreach (var (code, sum) in _balances)
        {
            var id = _accounts[code];
            await db.LedgerAccounts.Where(a => a.Id == id).ExecuteUpdateAsync(set => set.SetProperty(a => a.BalanceMinor, a => a.BalanceMinor + sum));
        }

        foreach (var (campaign, sums) in _totals)
        {
            await db.CampaignTotals.Where(t => t.CampaignId == campaign).ExecuteUpdateAsync(set => set
                .SetProperty(t => t.RaisedMinor, t => t.RaisedMinor + sums.Raised).SetProperty(t => t.Donations, t => t.Donations + sums.Gifts)
                .SetProperty(t => t.RefundedMinor, t => t.RefundedMinor + sums.Refunded).SetProperty(t => t.PassedOnMinor, t => t.PassedOnMinor + sums.PassedOn));
        }

        foreach (var ((campaign, day), sums) in _days)
        {
            var changed = await db.CampaignDays.Where(d => d.CampaignId == campaign && d.Day == day).ExecuteUpdateAsync(set => set
                .SetProperty(d => d.RaisedMinor, d => d.RaisedMinor + sums.Raised).SetProperty(d => d.Donations, d => d.Donations + sums.Gifts));
            if (changed == 0)
                db.Add(new CampaignDay { CampaignId = campaign, Day = day, RaisedMinor = sums.Raised, Donations = sums.Gifts });
        }

        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        _balances.Clear();
        _totals.Clear();
        _days.Clear();
    }
}
