namespace Solidarity.Domain.Projects;

/// <summary>Which projects the public sees: drafts and whatever a moderator has suspended are not there. The one place that says so.</summary>
public static class ShownProjects
{
    /// <summary>For queries on what belongs to a project.</summary>
    public static readonly ProjectStatus[] States = [ProjectStatus.Live];

    public static IQueryable<Project> Shown(this IQueryable<Project> projects) => projects.Where(p => States.Contains(p.Status));

    public static bool IsShown(this Project project) => States.Contains(project.Status);
}
