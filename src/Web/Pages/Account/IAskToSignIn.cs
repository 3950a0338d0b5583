namespace Solidarity.Web.Pages.Account;

/// <summary>A page with the form of <c>_SignIn</c>.</summary>
public interface IAskToSignIn
{
    /// <summary>Where to go on to afterwards.</summary>
    string? To { get; }

    /// <summary>What was typed before the session ended, as <see cref="Forms.KeepForm"/> writes it; null where nothing was.</summary>
    string? Kept { get; }

    string? Email { get; }

    bool Stay { get; }
}

/// <param name="Path">The page that takes the browser's answer.</param>
public sealed record PasskeyForm(string Path, string? To, string? Kept = null);
