using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Projects;

namespace Solidarity.Web.Pages;

/// <summary>A project as moderators and administrators find it, whatever its state.</summary>
public sealed record FoundProject(string Slug, string Title, string Language, string Organisation, ProjectStatus Status);

internal static class FoundProjects
{
    /// <summary>By a part of the title, the address or the organisation's name, in the order of their addresses: as many as a page holds, and one more where there are more (<see cref="Paging.Cut"/>).</summary>
    /// <param name="before">Only those after this address; null for the first.</param>
    public static Task<List<FoundProject>> FoundAsync(this IQueryable<Project> projects, string? typed, string? before, CancellationToken cancel)
    {
        if (Search.Pattern(typed) is { } pattern)
        {
            projects = projects.Where(p => EF.Functions.Like(p.Title, pattern, Search.Escape) || EF.Functions.Like(p.Slug, pattern, Search.Escape)
                || EF.Functions.Like(p.Organisation.Name, pattern, Search.Escape));
        }

#pragma warning disable CA1309 // The database compares.
        if (before is not null)
            projects = projects.Where(p => string.Compare(p.Slug, before) > 0);
#pragma warning restore CA1309
        return projects.OrderBy(p => p.Slug).Take(Paging.PerPage + 1).Select(p => new FoundProject(p.Slug, p.Title, p.Language, p.Organisation.Name, p.Status)).ToListAsync(cancel);
    }
}
