using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Updates;

namespace Solidarity.Web.Pages.My;

/// <summary>The projects that an address follows, and the way to choose what it is mailed.</summary>
public sealed class FollowedViewComponent(SolidarityDb db) : ViewComponent
{
    /// <param name="address">As <see cref="EmailAddress.ToKey"/> writes it; null where none is confirmed.</param>
    public async Task<IViewComponentResult> InvokeAsync(string? address)
    {
        var cancel = HttpContext.RequestAborted;
        // Of an address that we never had anything of, nothing is kept by looking.
        if (address is null || !(await db.Donations.AnyAsync(d => d.EmailKey == address, cancel) || await db.Follows.AnyAsync(f => f.Email == address, cancel)))
            return Content("");
        var token = await db.ChoiceTokenAsync(address, cancel);
        var projects = await db.Follows.Active().Where(f => f.Email == address)
            .Join(db.Projects, f => f.ProjectId, p => p.Id, (f, p) => p).OrderBy(p => p.Title).Select(p => new FollowedProject(p.Slug, p.Title, p.Language)).ToListAsync(cancel);
        return View("/Pages/My/_Followed.cshtml", new Followed(token, projects));
    }
}

/// <param name="Token">The secret of /mail-choices/{token}.</param>
public sealed record Followed(string Token, IReadOnlyList<FollowedProject> Projects);

public sealed record FollowedProject(string Slug, string Title, string Language);
