using Solidarity.Domain.Projects;

namespace Solidarity.Domain.Reports;

/// <summary>What was reported.</summary>
public enum ReportedKind
{
    Project,

    /// <summary>Words on a campaign's wall: the subject is the donation.</summary>
    Message,

    Update,

    /// <summary>Words below an update.</summary>
    Answer,
}

public enum ReportWhy { Fraud, Unlawful, Hateful, Personal, Misleading, Other }

public enum ReportOutcome
{
    Open,

    Dismissed,

    Acted,

    /// <summary>It was taken away, and is shown again.</summary>
    BroughtBack,
}

/// <summary>Somebody says that something public should not be there. No account is needed.</summary>
public class Report
{
    public required Guid Id { get; init; }

    public required ReportedKind Kind { get; init; }

    /// <summary>The row that was reported.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>The project that it belongs to.</summary>
    public required Guid ProjectId { get; init; }

    public Project Project { get; init; } = null!;

    public required ReportWhy Why { get; init; }

    public string? Words { get; init; }

    /// <summary>What was reported as it stood then: the words on the wall, the title.</summary>
    public required string Excerpt { get; init; }

    /// <summary>Where the reporter wants to hear what became of it; null for nowhere.</summary>
    public string? Email { get; init; }

    public required string Language { get; init; }

    public required DateTimeOffset At { get; init; }

    public ReportOutcome Outcome { get; set; }

    public Guid? DecidedById { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Why it was decided so, for the trail.</summary>
    public string? Reasons { get; set; }

    public Guid Version { get; set; }
}
