using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Domain.Projects;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Moderation;

/// <summary>Every project, whatever its state, by a word of its title or organisation.</summary>
[Asks(Right.Moderate)]
public sealed class ProjectsModel(SolidarityDb db) : PageModel
{
    private const int Most = 100;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    public List<Row> Projects { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var word = CleanText.OneLine(Query) ?? "";
        Projects = await db.Projects.Where(p => p.Title.Contains(word) || p.Organisation.Name.Contains(word) || p.Slug.Contains(word))
            .OrderByDescending(p => p.Id).Take(Most).Select(p => new Row(p.Slug, p.Title, p.Language, p.Organisation.Name, p.Status)).ToListAsync(cancel);
    }

    public sealed record Row(string Slug, string Title, string Language, string Organisation, ProjectStatus Status);
}
