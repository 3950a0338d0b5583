using Solidarity.Domain.People;

namespace Solidarity.Domain.Projects;

/// <summary>The words of a project's page in one language, as typed or cleaned.</summary>
/// <param name="Place">Null in a translation that calls it as the original does.</param>
public sealed record StoryWords(string Title, string Summary, string? Place, string Story)
{
    public const int LongestTitle = 120;
    public const int LongestSummary = 200;
    public const int LongestPlace = 100;
    public const int LongestStory = 40_000;

    /// <summary>Cleaned; what is wrong is added to <paramref name="asked"/>. A story may be empty while it is a draft.</summary>
    public static StoryWords Check(FormWords asked, string? title, string? summary, string? place, string? story, bool placeNeeded) => new(
        asked.Line(title, "title", LongestTitle),
        asked.Line(summary, "summary", LongestSummary),
        placeNeeded ? asked.Line(place, "place", LongestPlace) : asked.LineOrNone(place, "place", LongestPlace),
        asked.WordsOrNone(story, "story", LongestStory) ?? "");
}

/// <summary>One saved state of a project's words in one language. Only ever added.</summary>
public class StoryVersion
{
    public required Guid Id { get; init; }

    public required Guid ProjectId { get; init; }

    public required string Language { get; init; }

    /// <summary>1, 2, 3 in each language.</summary>
    public required int Number { get; init; }

    public required string Title { get; init; }

    public required string Summary { get; init; }

    public string? Place { get; init; }

    public required string Story { get; init; }

    /// <summary>Null for words that were there before versions were kept.</summary>
    public Guid? ById { get; init; }

    public Person? By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The version that its author had before them; 0 for none.</summary>
    public required int BasedOn { get; init; }

    /// <summary>Its author had not seen the newest version: kept so that nothing is lost, but never published as it stands.</summary>
    public required bool Aside { get; init; }

    public StoryWords Words => new(Title, Summary, Place, Story);
}

/// <summary>What somebody is typing and has not saved, one row a person and language.</summary>
public class StoryDraft
{
    public required Guid ProjectId { get; init; }

    public required string Language { get; init; }

    public required Guid PersonId { get; init; }

    public required string Title { get; set; }

    public required string Summary { get; set; }

    public required string Place { get; set; }

    public required string Story { get; set; }

    public required int BasedOn { get; set; }

    public required DateTimeOffset At { get; set; }
}

/// <summary>A published translation of a project's words.</summary>
public class ProjectTranslation
{
    public required Guid ProjectId { get; init; }

    public required string Language { get; init; }

    public required string Title { get; set; }

    public required string Summary { get; set; }

    public string? Place { get; set; }

    public required string Story { get; set; }

    /// <summary>The version it shows.</summary>
    public required int Number { get; set; }

    public required DateTimeOffset PublishedAt { get; set; }
}
