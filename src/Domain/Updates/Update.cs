using Solidarity.Domain.Projects;

namespace Solidarity.Domain.Updates;

/// <summary>Who may read an update, and is mailed it.</summary>
public enum UpdateAudience
{
    Everyone,
    /// <summary>Whoever gave to one of the project's campaigns and was not given all of it back.</summary>
    Givers,
    /// <summary>Whoever gives every month.</summary>
    MonthlyGivers,
}

/// <summary>A progress post of a project.</summary>
public class Update
{
    public const int LongestTitle = 120;
    public const int LongestBody = 20_000;

    public required Guid Id { get; init; }

    public required Guid ProjectId { get; init; }

    public Project Project { get; init; } = null!;

    /// <summary>1, 2, 3 … in its project: the word in its address.</summary>
    public required int Number { get; init; }

    /// <summary>The language it is written in: one of <see cref="Languages.All"/>.</summary>
    public required string Language { get; set; }

    public required string Title { get; set; }

    /// <summary>Markdown without raw HTML.</summary>
    public required string Body { get; set; }

    /// <summary>Fixed once it is published.</summary>
    public UpdateAudience Audience { get; set; }

    /// <summary>Moved by <see cref="UpdateStates"/> alone.</summary>
    public UpdateStatus Status { get; internal set; }

    /// <summary>When it is to be published by itself; null unless scheduled.</summary>
    public DateTimeOffset? PublishAt { get; internal set; }

    public DateTimeOffset? PublishedAt { get; internal set; }

    /// <summary>Who wrote it first.</summary>
    public required Guid AuthorId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When a moderator took it out of sight; null while it is seen.</summary>
    public DateTimeOffset? HiddenAt { get; set; }

    public Guid Version { get; set; }
}
