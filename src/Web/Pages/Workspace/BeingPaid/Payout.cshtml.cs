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
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PayoutModel(SolidarityDb db) : PageModel
{
    /// <summary>More are on Stripe's own pages.</summary>
    private const int Most = 1000;

    public Payout Payout { get; private set; } = null!;

    public List<Row> Items { get; private set; } = [];

    public string Home => $"/workspace/organisations/{HttpContext.Workplace().Organisation}/money";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var organisation = HttpContext.Workplace().OrganisationId;
        var payout = await db.Payouts.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.Partner.OrganisationId == organisation, cancel);
        if (payout is null)
            return NotFound();
        Payout = payout;
        Items = await db.PayoutItems.Where(i => i.PayoutId == id).OrderBy(i => i.Id).Take(Most)
            .Select(i => new Row(i.Kind, i.AmountMinor, i.FeeMinor, i.Transfer == null ? null : i.Transfer.DonationId,
                i.Transfer == null ? null : db.Campaigns.Where(c => c.Id == i.Transfer.CampaignId).Select(c => c.Title).FirstOrDefault(), i.Transfer == null ? null : i.Transfer.CreatedAt)).ToListAsync(cancel);
        return Page();
    }

    public sealed record Row(PayoutItemKind Kind, long AmountMinor, long FeeMinor, Guid? DonationId, string? Campaign, DateTimeOffset? At);
}
