namespace Solidarity.Domain.People;

/// <summary>
/// Somebody asked for an account and has not yet shown that the address is theirs. The account begins when they do: until then nothing of this
/// counts, however often and by whomever it was asked for the same address.
/// </summary>
public class SignUp
{
    public required Guid Id { get; init; }

    public required string Email { get; init; }

    public required string NormalizedEmail { get; init; }

    public required string Name { get; init; }

    public required string Language { get; init; }

    /// <summary>Null for who would rather use a passkey.</summary>
    public string? PasswordHash { get; init; }

    /// <summary>Of the secret in the letter; where the address has an account already, of a secret that nobody was told.</summary>
    public required string TokenHash { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}
