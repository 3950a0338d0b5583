using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.Pictures;

namespace Solidarity.Domain.Projects;

/// <summary>The story page: what people want to do, where, and who they are.</summary>
public class Project
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public Organisation Organisation { get; init; } = null!;

    /// <summary>The word in its address: lower-case letters, digits and hyphens.</summary>
    public required string Slug { get; init; }

    public required string Title { get; set; }

    /// <summary>One plain sentence for lists and the top of the story, at most 200 characters.</summary>
    public required string Summary { get; set; }

    /// <summary>The language the story is written in: one of <see cref="Languages.All"/>.</summary>
    public required string Language { get; set; }

    public required string Place { get; set; }

    /// <summary>Markdown without raw HTML.</summary>
    public required string Story { get; set; }

    /// <summary>The version of the story that stands here; 0 for none of those that are kept.</summary>
    public int StoryNumber { get; set; }

    /// <summary>Path of the cover picture below the web root, such as /art/meals.svg; null for none.</summary>
    public string? Cover { get; set; }

    /// <summary>What the cover shows, for those who do not see it, in the story's language.</summary>
    public string? CoverAlt { get; set; }

    /// <summary>The cover that its people uploaded; null for none, or where <see cref="Cover"/> says where it is.</summary>
    public Guid? CoverPictureId { get; set; }

    public Picture? CoverPicture { get; init; }

    /// <summary>Moved by <see cref="ProjectStates"/> alone.</summary>
    public ProjectStatus Status { get; internal set; }

    public DateTimeOffset? PublishedAt { get; set; }

    public Guid Version { get; set; }

    public List<Campaign> Campaigns { get; } = [];

    public List<ProjectMove> Moves { get; } = [];
    public List<ProjectTranslation> Translations { get; } = [];

    public List<ProjectQuestion> Questions { get; } = [];

    public List<ProjectPerson> People { get; } = [];
}
