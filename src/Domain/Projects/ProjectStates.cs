namespace Solidarity.Domain.Projects;

public enum ProjectStatus { Draft, InReview, Live, Suspended }

/// <summary>One move of a project from one state to the next, kept for good.</summary>
public class ProjectMove
{
    public long Id { get; init; }

    public required Guid ProjectId { get; init; }

    public required ProjectStatus From { get; init; }

    public required ProjectStatus To { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who or what moved it: a person's id, or a word.</summary>
    public required string By { get; init; }
}

/// <summary>Every move a project can make; nothing else sets its state.</summary>
public static class ProjectStates
{
    private static readonly HashSet<(ProjectStatus From, ProjectStatus To)> Moves =
    [
        (ProjectStatus.Draft, ProjectStatus.InReview),
        (ProjectStatus.InReview, ProjectStatus.Draft),
        (ProjectStatus.InReview, ProjectStatus.Live),
        (ProjectStatus.Live, ProjectStatus.Suspended),
        (ProjectStatus.Suspended, ProjectStatus.Live),
    ];

    public static bool Allows(ProjectStatus from, ProjectStatus to) => Moves.Contains((from, to));

    /// <exception cref="Refusal">There is no such move.</exception>
    public static void MoveTo(this Project project, ProjectStatus to, DateTimeOffset at, string by)
    {
        if (!Allows(project.Status, to))
            throw new Refusal(Reason.MoveNotAllowed);
        project.Moves.Add(new ProjectMove { ProjectId = project.Id, From = project.Status, To = to, At = at, By = by });
        project.Status = to;
    }
}
