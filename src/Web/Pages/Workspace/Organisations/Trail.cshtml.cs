using Microsoft.AspNetCore.Mvc.RazorPages;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Web.People;
using Solidarity.Web.Trail;

namespace Solidarity.Web.Pages.Workspace.Organisations;

/// <summary>Who decided and changed what in an organisation, the newest first.</summary>
[Asks(Right.SeeWorkspace)]
public sealed class TrailModel(SolidarityDb db) : PageModel
{
    public List<TrailRow> Rows { get; private set; } = [];

    /// <summary>Where the next page begins; null on the last.</summary>
    public long? Older => Rows.Count == TrailRows.PerPage ? Rows[^1].Id : null;

    public async Task OnGetAsync(long? before, CancellationToken cancel)
    {
        var organisation = HttpContext.Workplace().OrganisationId;
        Rows = await db.Trail.Where(t => t.OrganisationId == organisation).RowsAsync(db, before, HttpContext.Workplace().May, cancel);
    }
}
