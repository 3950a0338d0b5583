using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Updates;

namespace Solidarity.Web.Pages.Updates;

/// <summary>On a project's page: its newest updates, and the way to follow it. Public as that page is.</summary>
public sealed class ProjectUpdatesViewComponent(SolidarityDb db) : ViewComponent
{
    private const int Newest = 3;

    public async Task<IViewComponentResult> InvokeAsync(Guid projectId, string slug)
    {
        var items = await db.Updates.Shown().Where(u => u.ProjectId == projectId).OrderByDescending(u => u.PublishedAt).Take(Newest).Items().ToListAsync(HttpContext.RequestAborted);
        ViewData["Slug"] = slug;
        return View("/Pages/Updates/_OfProject.cshtml", items);
    }
}
