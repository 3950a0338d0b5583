using Solidarity.Domain;

namespace Solidarity.Jobs.Mail;

/// <summary>How the connection to the mail server is protected.</summary>
public enum SmtpSecurity
{
    /// <summary>Begins in the clear and turns to TLS before anything is said; a server that cannot is an error. Usual on port 587.</summary>
    StartTls,

    /// <summary>TLS from the first byte (RFC 8314). Usual on port 465.</summary>
    Tls,

    /// <summary>No encryption: a relay on the same machine or a private network.</summary>
    None,
}

/// <summary>The configuration section <c>Smtp</c>.</summary>
public sealed record SmtpOptions
{
    public string Host { get; init; } = "";
    public int Port { get; init; } = 587;

    /// <summary>Empty for a relay that asks for no sign-in.</summary>
    public string? User { get; init; }
    public string? Password { get; init; }
    public SmtpSecurity Security { get; init; } = SmtpSecurity.StartTls;

    /// <summary>The address that e-mails come from.</summary>
    public string From { get; init; } = "";

    /// <summary>The name beside it; null for the site's own, which administrators may change.</summary>
    public string? FromName { get; init; }

    /// <summary>The most that sending one message may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>What is wrong with these values, in one sentence that names the key; null if they can be used.</summary>
    public string? Problem() => this switch
    {
        { Host: "" } => "Smtp:Host is empty: give the name of the mail server.",
        { Port: < 1 or > 65535 } => $"Smtp:Port is {Port}: give a number from 1 to 65535, usually 587.",
        { Port: 465, Security: not SmtpSecurity.Tls } => "Smtp:Security must be Tls when Smtp:Port is 465, where a server speaks TLS from the first byte.",
        { Security: SmtpSecurity.Tls, Port: 25 or 587 } => $"Smtp:Security must be StartTls when Smtp:Port is {Port}, where a server begins in the clear.",
        { User: null or "", Password: not (null or "") } => "Smtp:User is empty although Smtp:Password is set.",
        { User: not (null or ""), Password: null or "" } => "Smtp:Password is empty although Smtp:User is set.",
        _ when EmailAddress.ToAscii(From) is null => "Smtp:From must be the e-mail address that messages come from.",
        _ => null,
    };

    // A record prints its values; the password must not reach a log that way.
    public override string ToString() => $"{Host}:{Port} ({Security})";
}
