using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Updates;

namespace Solidarity.Web.Pages.Updates;

/// <summary>On the home page: the newest public updates of live projects.</summary>
public sealed class LatestNewsViewComponent(SolidarityDb db) : ViewComponent
{
    private const int Newest = 3;

    public async Task<IViewComponentResult> InvokeAsync()
    {
        ViewData["OfProject"] = true;
        return View("/Pages/Updates/_Latest.cshtml", await db.Updates.Public()
            .OrderByDescending(u => u.PublishedAt).Take(Newest).Items().ToListAsync(HttpContext.RequestAborted));
    }
}
