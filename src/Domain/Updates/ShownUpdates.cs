using System.Linq.Expressions;
using Solidarity.Domain.Projects;

namespace Solidarity.Domain.Updates;

/// <summary>What of a project's updates can be seen by whom. The one place that says so.</summary>
public static class ShownUpdates
{
    private static readonly ProjectStatus[] ProjectStates = [ProjectStatus.Live, ProjectStatus.Closed];

    /// <summary>Published, not taken out of sight, and of a project that is not either.</summary>
    public static readonly Expression<Func<Update, bool>> IsShown = u => u.Status == UpdateStatus.Published && u.HiddenAt == null && ProjectStates.Contains(u.Project.Status);

    /// <summary>What anybody it is meant for may read.</summary>
    public static IQueryable<Update> Shown(this IQueryable<Update> updates) => updates.Where(IsShown);

    /// <summary>What the whole world may read.</summary>
    public static IQueryable<Update> Public(this IQueryable<Update> updates) => updates.Where(IsShown).Where(u => u.Audience == UpdateAudience.Everyone);

    /// <summary>Whether what is published now can be read.</summary>
    public static bool Publishes(this Project project) => ProjectStates.Contains(project.Status);
}
