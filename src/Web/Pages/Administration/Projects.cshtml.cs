using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Domain.Projects;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Administration;

/// <summary>Projects by title, address or organisation, in the order of their addresses.</summary>
[Asks(Right.Administer)]
public sealed class ProjectsModel(SolidarityDb db) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public List<ProjectRow> Rows { get; private set; } = [];

    public string? Next => Request.Next(Rows, r => r.Slug);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        IQueryable<Project> found = db.Projects;
        if (Search.Pattern(Q) is { } pattern)
        {
            found = found.Where(p => EF.Functions.Like(p.Title, pattern, Search.Escape) || EF.Functions.Like(p.Slug, pattern, Search.Escape)
                || EF.Functions.Like(p.Organisation.Name, pattern, Search.Escape));
        }

#pragma warning disable CA1309 // The database compares.
        if (After is { } after)
            found = found.Where(p => string.Compare(p.Slug, after) > 0);
#pragma warning restore CA1309
        Rows = await found.OrderBy(p => p.Slug).Take(Paging.PerPage)
            .Select(p => new ProjectRow(p.Slug, p.Title, p.Language, p.Organisation.Name, p.Status)).ToListAsync(cancel);
    }

    public sealed record ProjectRow(string Slug, string Title, string Language, string Organisation, ProjectStatus Status);
}
