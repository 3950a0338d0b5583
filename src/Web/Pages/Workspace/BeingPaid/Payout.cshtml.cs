using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Partners;
using Solidarity.Domain.People;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.BeingPaid;

/// <summary>One payout to the organisation's bank, and the gifts it is made of.</summary>
[Asks(Right.SeeMoney)]
public sealed class PayoutModel(SolidarityDb db) : PageModel
{
    public Payout Payout { get; private set; } = null!;

    public List<Row> Items { get; private set; } = [];

    /// <summary>Of all that it is made of, on this page and the others.</summary>
    public (long AmountMinor, long FeeMinor) Total { get; private set; }

    /// <summary>Where the next page begins; null on the last.</summary>
    public Guid? Further { get; private set; }

    public string Home => $"/workspace/organisations/{HttpContext.Workplace().Organisation}/money";

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? before, CancellationToken cancel)
    {
        var organisation = HttpContext.Workplace().OrganisationId;
        var payout = await db.Payouts.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.Partner.OrganisationId == organisation, cancel);
        if (payout is null)
            return NotFound();
        Payout = payout;
        var items = db.PayoutItems.Where(i => i.PayoutId == id);
        Total = (await items.SumAsync(i => i.AmountMinor, cancel), await items.SumAsync(i => i.FeeMinor, cancel));
        Items = await items.Where(i => before == null || i.Id.CompareTo(before.Value) < 0).OrderByDescending(i => i.Id).Take(Paging.PerPage + 1)
            .Select(i => new Row(i.Id, i.Kind, i.AmountMinor, i.FeeMinor, i.Transfer == null ? null : i.Transfer.DonationId,
                i.Transfer == null ? null : db.Campaigns.Where(c => c.Id == i.Transfer.CampaignId).Select(c => c.Title).FirstOrDefault(), i.Transfer == null ? null : i.Transfer.CreatedAt)).ToListAsync(cancel);
        Further = Items.Cut() ? Items[^1].Id : null;
        return Page();
    }

    public sealed record Row(Guid Id, PayoutItemKind Kind, long AmountMinor, long FeeMinor, Guid? DonationId, string? Campaign, DateTimeOffset? At);
}
