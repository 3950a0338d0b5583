using System.Linq.Expressions;
using Solidarity.Domain.Projects;

namespace Solidarity.Domain.Updates;

/// <summary>What of a project's updates can be seen by whom. The one place that says so.</summary>
public static class ShownUpdates
{
    /// <summary>Published, not taken out of sight, and of a project that is not either.</summary>
    public static readonly Expression<Func<Update, bool>> IsShown = u => u.Status == UpdateStatus.Published && u.HiddenAt == null && ShownProjects.States.Contains(u.Project.Status);

    /// <summary>What anybody it is meant for may read.</summary>
    public static IQueryable<Update> Shown(this IQueryable<Update> updates) => updates.Where(IsShown);

    /// <summary>What the whole world may read.</summary>
    public static IQueryable<Update> Public(this IQueryable<Update> updates) => updates.Where(IsShown).Where(u => u.Audience == UpdateAudience.Everyone);
}
