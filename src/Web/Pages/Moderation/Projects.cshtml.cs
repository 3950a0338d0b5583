using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Moderation;

/// <summary>Every project, whatever its state, by a word of its title or organisation.</summary>
[Asks(Right.Moderate)]
public sealed class ProjectsModel(SolidarityDb db) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    public List<FoundProject> Projects { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Projects = await db.Projects.FoundAsync(Query, Before, cancel);
        Next = Projects.Cut() ? Request.Beyond(Projects[^1].Slug) : null;
    }
}
