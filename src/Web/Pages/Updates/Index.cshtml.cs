using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Updates;
using Solidarity.Web.Caching;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Updates;

/// <summary>All that a project has told, the newest first.</summary>
[OutputCache(PolicyName = PageCache.Public)]
[Everyone]
public sealed class IndexModel(SolidarityDb db) : PageModel
{
    private const int PerPage = 20;

    public ShownProject Project { get; private set; } = null!;

    public List<UpdateItem> Items { get; private set; } = [];

    public bool IsFirst { get; private set; }

    /// <summary>Where the next page begins, null on the last.</summary>
    public int? Older { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, int? before, CancellationToken cancel)
    {
        if (await ShownProject.FindAsync(db, slug, cancel) is not { } project)
            return NotFound();
        HttpContext.Shows(PageCache.ProjectTag(project.Id));
        (Project, IsFirst) = (project, before is null);
        var from = before ?? int.MaxValue;
        Items = await db.Updates.Shown().Where(u => u.ProjectId == project.Id && u.Number < from).OrderByDescending(u => u.Number).Take(PerPage + 1).Items().ToListAsync(cancel);
        Older = Items.Cut(PerPage) ? Items[^1].Number : null;

        return Page();
    }
}
