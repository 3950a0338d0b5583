using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Projects;
using Solidarity.Web.Pages.Campaigns;

namespace Solidarity.Web.Pages.Updates;

/// <summary>The project that a public page belongs to.</summary>
public sealed record ShownProject(Guid Id, string Slug, string Title, string Language)
{
    /// <returns>Null where there is none that the public may see.</returns>
    public static Task<ShownProject?> FindAsync(SolidarityDb db, string? slug, CancellationToken cancel) =>
        db.Projects.Shown().Where(p => p.Slug == slug).Select(p => new ShownProject(p.Id, p.Slug, p.Title, p.Language)).SingleOrDefaultAsync(cancel)!;
}
