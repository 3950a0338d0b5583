using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Projects;

namespace Solidarity.Domain.Reviews;

public enum ReviewOutcome { Pending, Published, SentBack, Withdrawn }

/// <summary>What a moderator looks at before a project or a campaign becomes public; each must hold to publish it.</summary>
public enum ReviewPoint
{
    /// <summary>The organisation is who it says it is.</summary>
    WhoIsBehind,

    /// <summary>The story says what the money does.</summary>
    PurposeClear,

    /// <summary>Goal and needs fit what is planned.</summary>
    NeedsPlausible,

    /// <summary>Pictures may be used, and say in words what they show.</summary>
    PicturesAllowed,

    /// <summary>Nothing unlawful, hateful or misleading.</summary>
    Lawful,

    /// <summary>Whoever is paid belongs to the project.</summary>
    PaidRightly,
}

/// <summary>Somebody asked for a project, or a further campaign of a public one, to be published; and what became of it.</summary>
public class Review
{
    public required Guid Id { get; init; }

    public required Guid ProjectId { get; init; }

    public Project Project { get; init; } = null!;

    /// <summary>The campaign alone, of a project that is public; null for the project with all campaigns that were submitted with it.</summary>
    public Guid? CampaignId { get; init; }

    public Campaign? Campaign { get; init; }

    public required Guid SubmittedById { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>What the owner wants the moderator to know.</summary>
    public string? Note { get; init; }

    public ReviewOutcome Outcome { get; set; }

    public Guid? DecidedById { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>What the owner is told.</summary>
    public string? Reasons { get; set; }

    /// <summary>The points that held, by name, with commas between.</summary>
    public string? Points { get; set; }

    public Guid Version { get; set; }
}
