using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Administration;

/// <summary>Projects by title, address or organisation, in the order of their addresses.</summary>
[Asks(Right.Administer)]
public sealed class ProjectsModel(SolidarityDb db) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    public List<FoundProject> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Rows = await db.Projects.FoundAsync(Q, Before, cancel);
        Next = Rows.Cut() ? Request.Beyond(Rows[^1].Slug) : null;
    }
}
