using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Partners;
using Solidarity.Domain.People;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.BeingPaid;

/// <summary>One gift to the organisation, from the giver to the bank. The giver's address is nobody's business here, nor the name where it is hidden.</summary>
[Asks(Right.SeeGifts)]
public sealed class GiftModel(SolidarityDb db) : PageModel
{
    public Donation Gift { get; private set; } = null!;

    /// <summary>Those that go to this organisation.</summary>
    public List<DonationLine> Lines { get; private set; } = [];

    /// <summary>Null while Stripe has not told its fee.</summary>
    public FeeParts? Fee { get; private set; }

    public Money Given => new(Lines.Sum(l => l.AmountMinor), Gift.Currency);

    public IReadOnlyList<TraceStep> Trace { get; private set; } = [];

    public List<Payout> Payouts { get; private set; } = [];

    public List<Transfer> Transfers { get; private set; } = [];

    public string Home => $"/workspace/organisations/{HttpContext.Workplace().Organisation}/money";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var organisation = HttpContext.Workplace().OrganisationId;
        var gift = await db.Donations.AsNoTracking().Include(d => d.Lines).ThenInclude(l => l.Campaign).ThenInclude(c => c!.Project)
            .SingleOrDefaultAsync(d => d.Id == id && d.PaidAt != null && d.Lines.Any(l => l.Campaign!.Project.OrganisationId == organisation), cancel);
        if (gift is null)
            return NotFound();
        Gift = gift;
        Lines = [.. gift.Lines.Where(l => l.Campaign?.Project.OrganisationId == organisation).OrderBy(l => l.Kind)];
        Fee = await db.FeePartsAsync(gift, cancel);
        // What the giver's mailbox has got is between the giver and the platform.
        Trace = [.. (await db.TraceAsync(gift, cancel)).Where(s => s.What is not (TraceEvent.ReceiptSent or TraceEvent.Declined))];
        Transfers = await db.Transfers.AsNoTracking().Where(t => t.DonationId == id && t.Partner.OrganisationId == organisation).OrderBy(t => t.CreatedAt).ToListAsync(cancel);
        Payouts = await db.PayoutItems.AsNoTracking().Where(i => i.Transfer!.DonationId == id && i.Payout.Partner.OrganisationId == organisation).Select(i => i.Payout).Distinct().OrderBy(p => p.CreatedAt).ToListAsync(cancel);
        return Page();
    }
}
