namespace Solidarity.Domain.Trail;

/// <summary>Somebody decided or changed something that others must be able to ask about: kept for good, never changed.</summary>
public class TrailEntry
{
    public long Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who; null for the platform itself, or somebody without an account.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>What was done, as a word that each language has a text for: "ProjectPublished", "MemberRemoved".</summary>
    public required string Act { get; init; }

    /// <summary>Whose workspace it belongs to; null where it concerns the platform alone.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>The row it was done to.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>What that row was called then.</summary>
    public string? Subject { get; init; }

    /// <summary>The reason given, or what was there before and after.</summary>
    public string? Words { get; init; }
}

public static class Trails
{
    /// <summary>Adds an entry; it is saved with whatever the caller saves.</summary>
    /// <param name="act">A word with a text in every language.</param>
    public static void Note(this SolidarityDb db, string act, Guid? personId, DateTimeOffset now, Guid? organisationId = null, Guid? subjectId = null, string? subject = null, string? words = null) =>
        db.Trail.Add(new TrailEntry { At = now, PersonId = personId, Act = act, OrganisationId = organisationId, SubjectId = subjectId, Subject = subject, Words = words });
}
