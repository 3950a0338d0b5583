namespace Solidarity.Domain.People;

/// <summary>A new address for an account: it counts once whoever reads the old and whoever reads the new one have both agreed.</summary>
public class EmailChange
{
    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    public Person Person { get; init; } = null!;

    public required string OldEmail { get; init; }

    public required string NewEmail { get; init; }

    /// <summary>Of the secret mailed to the old address, which may also stop the change.</summary>
    public required string OldTokenHash { get; init; }

    /// <summary>Of the secret mailed to the new address.</summary>
    public required string NewTokenHash { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? OldAgreedAt { get; set; }

    public DateTimeOffset? NewAgreedAt { get; set; }

    /// <summary>Taken effect, stopped, or replaced by a later one.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public bool Agreed => OldAgreedAt is not null && NewAgreedAt is not null;
}
