namespace Solidarity.Domain.People;

/// <summary>One browser that somebody is signed in with. The cookie names it; ended here, the cookie is worth nothing.</summary>
public class PersonSession
{
    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    public Person Person { get; init; } = null!;

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>To within a few minutes.</summary>
    public required DateTimeOffset SeenAt { get; set; }

    /// <summary>After this it is worth nothing, used or not.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>When its owner last showed that it was them, by password, passkey or code; null: not since it began.</summary>
    public DateTimeOffset? ProvedAt { get; set; }

    /// <summary>Signed in with a passkey, or with a second factor.</summary>
    public required bool Strong { get; set; }

    /// <summary>Network address, for its owner to recognise.</summary>
    public string? Address { get; init; }

    /// <summary>What the browser says it is.</summary>
    public string? Browser { get; init; }
}
