using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Ledger;
using Solidarity.Domain.Messages;
using Solidarity.Web.Caching;
using Solidarity.Web.Pages.Campaigns;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Ledger;

/// <summary>Where a campaign's money came from and went to, transaction by transaction, the newest first.</summary>
[OutputCache(PolicyName = PageCache.Public)]
[Everyone]
public sealed class LedgerModel(SolidarityDb db) : PageModel
{
    private const int PerPage = 80;
    private static readonly MessageState[] Undone = [MessageState.Waiting, MessageState.Taken, MessageState.NeedsPerson];

    public Campaign Campaign { get; private set; } = null!;

    public Money Raised { get; private set; }

    public Money PassedOn { get; private set; }

    /// <summary>Given, and not yet with the partner.</summary>
    public Money Held { get; private set; }

    /// <summary>What Stripe's fees took of the gifts, less what givers added for them. The four figures always add up.</summary>
    public Money Fees => Raised - PassedOn - Held;

    public List<LedgerRow> Rows { get; private set; } = [];

    public bool IsFirst { get; private set; }

    /// <summary>Where the next page begins, null on the last.</summary>
    public long? Older { get; private set; }

    public Money Sum(bool incoming) =>
        Rows.Where(r => r.Change.IsPositive == incoming).Aggregate(Money.Zero(Campaign.Currency), (sum, row) => sum + row.Change);

    public async Task<IActionResult> OnGetAsync(string slug, long? before, CancellationToken cancel)
    {
        var campaign = await db.Campaigns.Shown().AsNoTracking().Include(c => c.Totals).Include(c => c.Project).SingleOrDefaultAsync(c => c.Slug == slug, cancel);
        if (campaign is null)
            return NotFound();
        HttpContext.Shows(PageCache.CampaignTag(campaign.Id));
        HttpContext.Shows(PageCache.ProjectTag(campaign.ProjectId));
        (Campaign, IsFirst) = (campaign, before is null);
        await ReadTotalsAsync(cancel);
        await ReadRowsAsync(before, cancel);
        return Page();
    }

    private async Task ReadTotalsAsync(CancellationToken cancel)
    {
        var currency = Campaign.Currency;
        Raised = new Money(Campaign.Totals.RaisedMinor, currency);
        PassedOn = new Money(Campaign.Totals.PassedOnMinor, currency);
        var account = Accounts.Campaign(Campaign.Id);
        var owed = await db.LedgerAccounts.Where(a => a.Code == account && a.CurrencyCode == Campaign.CurrencyCode).Select(a => -a.BalanceMinor).SingleOrDefaultAsync(cancel);
        // By way of the outbox, where what waits is few and found by an index, and without the campaign in the question, which would
        // lead the database to its index of all the campaign's transfers: there are as many as gifts.
        var waiting = db.Outbox.Where(m => Undone.Contains(m.State) && m.Kind == OutboxKinds.Transfer).Select(m => m.SubjectId);
        var due = await db.Transfers.Where(t => waiting.Contains(t.Id) && t.MadeAt == null && !t.CalledOff)
            .GroupBy(t => t.CampaignId).Select(g => new { g.Key, Sum = g.Sum(t => t.AmountMinor) }).ToDictionaryAsync(g => g.Key, g => g.Sum, cancel);
        Held = new Money(owed + due.GetValueOrDefault(Campaign.Id), currency);
    }

    private async Task ReadRowsAsync(long? before, CancellationToken cancel)
    {
        var transactions = db.LedgerTransactions.AsNoTracking().Where(t => t.CampaignId == Campaign.Id && t.Sealed);
        if (before is { } id)
            transactions = transactions.Where(t => t.Id < id);
        var lines = await transactions.OrderByDescending(t => t.Id).Take(PerPage + 1)
            .SelectMany(t => t.Postings, (t, p) => new { t.Id, t.Reason, t.At, p.Account.Code, p.AmountMinor, p.CurrencyCode, p.StripeId, Posting = p.Id })
            .OrderByDescending(l => l.Id).ThenBy(l => l.Posting).ToListAsync(cancel);
        var groups = lines.GroupBy(l => l.Id, l => new LedgerLine(l.Id, l.Reason, l.At, l.Code, l.AmountMinor, l.CurrencyCode, l.StripeId)).ToList();
        var shown = groups.Take(PerPage).ToList();
        Older = groups.Count > PerPage ? shown[^1].Key : null;

        var partners = await PartnerNames.ReadAsync(db, Campaign.Id, cancel);
        var payments = shown.Where(g => g.First().Reason == LedgerReason.Payment).Select(g => g.Key).ToList();
        var added = await db.DonationLines.Where(l => l.Kind == LineKind.Fees && l.PaidTransactionId != null && payments.Contains(l.PaidTransactionId.Value))
            .Select(l => new { l.PaidTransactionId, l.AmountMinor }).ToDictionaryAsync(l => l.PaidTransactionId!.Value, l => l.AmountMinor, cancel);
        var words = new LedgerWords(Accounts.Campaign(Campaign.Id), partners, added);
        // The newest transaction first, but what one of them says in its own order.
        Rows = [.. shown.SelectMany(g => words.Say([.. g]))];
    }
}
