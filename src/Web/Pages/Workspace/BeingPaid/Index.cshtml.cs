using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Ledger;
using Solidarity.Domain.Partners;
using Solidarity.Domain.People;
using Solidarity.Domain.Trail;
using Solidarity.Payments;
using Solidarity.Payments.Onboarding;
using Solidarity.Payments.Payouts;
using Solidarity.Web.Forms;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.BeingPaid;

/// <summary>How an organisation is paid: where it stands with Stripe and what to do next, what lies where, the newest transfers and payouts.</summary>
[Asks(Right.SeeMoney, ToPost = Right.MoveMoney)]
public sealed class IndexModel(SolidarityDb db, BeginOnboarding begin, OpenPartnerDashboard open, SyncPartner sync, AskStripe ask, ReadPartnerBalance balance, Site site, TimeProvider clock) : FormPage
{
    private const int Newest = 10;

    /// <summary>Whoever comes back waits no longer for what its webhook tells us anyway.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public Partner Partner { get; private set; } = null!;

    /// <summary>What lies at Stripe; null where it could not be asked.</summary>
    public IReadOnlyList<PartnerBalance>? Balance { get; private set; }

    /// <summary>Given and due to the organisation, not yet on its way; one a currency.</summary>
    public List<Money> Due { get; private set; } = [];

    public List<TransferRow> Transfers { get; private set; } = [];

    public List<Payout> Payouts { get; private set; } = [];

    public string Here => $"/workspace/organisations/{HttpContext.Workplace().Organisation}/money";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await FindAsync(cancel);
        await ShowAsync(cancel);
    }

    /// <summary>Stripe sends the browser back here. That proves nothing: Stripe is asked.</summary>
    public async Task<IActionResult> OnGetBackAsync(CancellationToken cancel)
    {
        await FindAsync(cancel);
        try
        {
            if (Partner.StripeAccountId is { } account)
                await ask.RunAsync(Patience, patient => sync.RunAsync(account, patient), cancel);
        }
        catch (Refusal)
        {
            // Its webhook tells us later.
        }

        return LocalRedirect(Here);
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => GoAsync(async () =>
    {
        var first = Partner.NeedsAccount;
        var next = await begin.RunAsync(Partner.Id, site.Page($"{Here}?handler=Back"), site.Page($"{Here}/again"), cancel);
        if (first)
        {
            db.Note("OnboardingBegun", HttpContext.Workplace().PersonId, clock.GetUtcNow(), Partner.OrganisationId, Partner.Id, Partner.Name);
            await db.SaveChangesAsync(cancel);
        }

        return next;
    }, cancel);

    public Task<IActionResult> OnPostDashboardAsync(CancellationToken cancel) => GoAsync(() => open.RunAsync(Partner.StripeAccountId ?? "", cancel), cancel);

    private async Task<IActionResult> GoAsync(Func<Task<Uri>> find, CancellationToken cancel)
    {
        await FindAsync(cancel);
        try
        {
            return Redirect((await find()).ToString());
        }
        catch (Refusal refusal)
        {
            await ShowAsync(cancel);
            return Refused(refusal);
        }
    }

    private async Task FindAsync(CancellationToken cancel)
    {
        var organisation = HttpContext.Workplace().OrganisationId;
        Partner = await db.Partners.AsNoTracking().Where(p => p.OrganisationId == organisation).OrderBy(p => p.Id).FirstAsync(cancel);
    }

    private async Task ShowAsync(CancellationToken cancel)
    {
        var account = Accounts.Partner(Partner.Id);
        Due = [.. (await db.LedgerAccounts.Where(a => a.Code == account && a.BalanceMinor != 0).ToListAsync(cancel)).Select(a => new Money(-a.BalanceMinor, Currency.Of(a.CurrencyCode)))];
        Transfers = await db.Transfers.Where(t => t.PartnerId == Partner.Id).RowsAsync(db, null, Newest, cancel);
        Payouts = await db.Payouts.AsNoTracking().Where(p => p.PartnerId == Partner.Id).OrderByDescending(p => p.CreatedAt).ThenByDescending(p => p.Id).Take(Newest).ToListAsync(cancel);
        Balance = Partner is { NeedsAccount: false, StripeAccountId: { } stripe } ? await BalanceAsync(stripe, cancel) : [];
    }

    private async Task<IReadOnlyList<PartnerBalance>?> BalanceAsync(string account, CancellationToken cancel)
    {
        try
        {
            return await balance.RunAsync(account, cancel);
        }
        catch (Refusal)
        {
            return null;
        }
    }
}
