namespace Solidarity.Domain.Updates;

/// <summary>What one address gets at all, besides what money asks for (receipts, refunds). It need belong to no account.</summary>
public class MailChoice
{
    /// <summary>As <see cref="EmailAddress.ToKey"/> writes it.</summary>
    public required string Email { get; init; }

    /// <summary>The secret of /mail-choices/{token}.</summary>
    public required string Token { get; init; }

    /// <summary>Updates of the projects that it follows.</summary>
    public bool Updates { get; set; } = true;

    /// <summary>Words of thanks from projects that it gave to.</summary>
    public bool Thanks { get; set; } = true;

    /// <summary>When its mail server said that there is no such address; nothing of this kind is mailed to it from then on.</summary>
    public DateTimeOffset? BouncedAt { get; set; }

    public string? BounceReason { get; set; }

    public static MailChoice New(string email) => new() { Email = email, Token = UnguessableToken.Create() };
}
