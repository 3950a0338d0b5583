namespace Solidarity.Domain.Letters;

/// <summary>What a letter says; the words are in Jobs/Texts/Letters.</summary>
public enum LetterKind
{
    /// <summary>Link: confirms the address of a new account.</summary>
    ConfirmAddress,

    /// <summary>Somebody opened an account for an address that has one already. Link: sign in.</summary>
    AccountExists,

    /// <summary>Link: choose a new password.</summary>
    ResetPassword,

    /// <summary>Somebody asked for a new password for an address without an account. Link: sign up.</summary>
    NoAccount,

    /// <summary>{0} organisation, {1} who invites. Link: the invitation.</summary>
    Invitation,

    /// <summary>{1} project. Link: says yes to its updates.</summary>
    ConfirmFollow,
}

/// <summary>A short e-mail: a few sentences, perhaps somebody's own words, one link. Sent through the outbox.</summary>
public class Letter
{
    public required Guid Id { get; init; }

    public required LetterKind Kind { get; init; }

    public required string To { get; init; }

    public string? ToName { get; init; }

    public required string Language { get; init; }

    /// <summary>Values for the text's places, a JSON array of strings.</summary>
    public required string Args { get; init; }

    /// <summary>Somebody's own words, shown as a quotation: reasons, an invitation's greeting.</summary>
    public string? Quote { get; init; }

    /// <summary>A path of this site. It may hold a secret, so it is forgotten once the letter is sent.</summary>
    public string? Link { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? SentAt { get; init; }
}
