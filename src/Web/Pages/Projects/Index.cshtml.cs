using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Projects;
using Solidarity.Web.Caching;
using Solidarity.Web.Pages.Campaigns;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Projects;

/// <summary>Every live project, the newest first.</summary>
[OutputCache(PolicyName = PageCache.Public)]
[Everyone]
public sealed class IndexModel(SolidarityDb db) : PageModel
{
    private const int PerPage = 24;

    /// <summary>Further back nobody leafs, and each step back costs the database more.</summary>
    private const int LastPage = 1000;

    public List<ProjectCard> Cards { get; private set; } = [];

    public int Total { get; private set; }

    public int? Newer { get; private set; }

    public int? Older { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] int? asked, CancellationToken cancel)
    {
        HttpContext.Shows(PageCache.Lists);
        var number = Math.Clamp(asked ?? 1, 1, LastPage);
        var listed = db.Projects.Shown();
        Total = await listed.CountAsync(cancel);
        Cards = await listed.OrderByDescending(p => p.PublishedAt).ThenBy(p => p.Id).Skip((number - 1) * PerPage).Take(PerPage).Cards().ToListAsync(cancel);
        if (Cards.Count == 0 && number > 1)
            return NotFound();
        Newer = number > 1 ? number - 1 : null;
        Older = number * PerPage < Total ? number + 1 : null;
        return Page();
    }
}
