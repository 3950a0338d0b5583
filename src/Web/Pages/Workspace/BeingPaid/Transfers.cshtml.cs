using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.BeingPaid;

/// <summary>Every transfer to the organisation, fifty a page.</summary>
[Asks(Right.SeeMoney)]
public sealed class TransfersModel(SolidarityDb db) : PageModel
{
    public List<TransferRow> Rows { get; private set; } = [];

    /// <summary>Where the next page begins; null on the last.</summary>
    public Guid? Older { get; private set; }

    public string Home => $"/workspace/organisations/{HttpContext.Workplace().Organisation}/money";

    public async Task OnGetAsync(Guid? before, CancellationToken cancel)
    {
        var organisation = HttpContext.Workplace().OrganisationId;
        // By themselves, and not as a join: then the transfers lie in the order of an index.
        var partners = await db.Partners.Where(p => p.OrganisationId == organisation).Select(p => p.Id).ToListAsync(cancel);
        var only = partners.Count == 1 ? partners[0] : (Guid?)null;
        Rows = await db.Transfers.Where(t => only == null ? partners.Contains(t.PartnerId) : t.PartnerId == only).RowsAsync(db, before, Paging.PerPage + 1, cancel);
        Older = Rows.Cut() ? Rows[^1].Id : null;
    }
}
