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
    public long? Older { get; private set; }

    public async Task OnGetAsync(long? before, CancellationToken cancel)
    {
        var workplace = HttpContext.Workplace();
        var rows = await db.Trail.Where(t => t.OrganisationId == workplace.OrganisationId).RowsAsync(db, before, workplace.May, cancel);
        Older = rows.Cut() ? rows[^1].Id : null;
        Rows = workplace.May(Right.ManageTeam) ? rows : TrailRows.Masked(rows);
    }
}
