namespace Solidarity.Domain.Projects;

/// <summary>One of a list that people put in order themselves.</summary>
public interface IPlaced
{
    Guid Id { get; }

    /// <summary>0, 1, 2 from the top; gaps do no harm.</summary>
    int Position { get; set; }
}

/// <summary>Something that readers ask, with its answer (Markdown), in the story's language.</summary>
public class ProjectQuestion : IPlaced
{
    public const int LongestQuestion = 200;
    public const int LongestAnswer = 4000;

    public required Guid Id { get; init; }

    public required Guid ProjectId { get; init; }

    public required int Position { get; set; }

    public required string Question { get; set; }

    public required string Answer { get; set; }
}

/// <summary>Somebody whom the project's page names, with or without an account.</summary>
public class ProjectPerson : IPlaced
{
    public const int LongestName = 100;
    public const int LongestPart = 200;

    public required Guid Id { get; init; }

    public required Guid ProjectId { get; init; }

    public required int Position { get; set; }

    public required string Name { get; set; }

    /// <summary>What they do in it, in the story's language.</summary>
    public required string Part { get; set; }
}
