using Solidarity.Domain.People;

namespace Solidarity.Domain.Organisations;

/// <summary>Somebody is asked by e-mail to belong to an organisation. Its link is a secret of which only the digest is kept.</summary>
public class Invitation
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public Organisation Organisation { get; init; } = null!;

    /// <summary>Whoever accepts must have confirmed this very address. As <see cref="EmailAddress.ToKey"/> writes it.</summary>
    public required string Email { get; init; }

    public required OrganisationRole Role { get; init; }

    /// <summary>The language of its letter.</summary>
    public required string Language { get; init; }

    public string? Greeting { get; init; }

    public required Guid InvitedById { get; init; }

    public Person InvitedBy { get; init; } = null!;

    /// <summary><see cref="SecretHash"/> of the link's token. A new one each time it is sent.</summary>
    public required string Digest { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? AcceptedAt { get; set; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    public Guid Version { get; set; }
}
