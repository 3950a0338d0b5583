namespace Solidarity.Domain.People;

public enum SignInMeans { Password, Passkey, SecondFactor, RecoveryCode }

public enum SignInOutcome { Succeeded, Refused, LockedOut, SecondFactorAsked }

/// <summary>One attempt to sign in, kept for the account's owner to look at.</summary>
public class SignIn
{
    public long Id { get; init; }

    public required Guid PersonId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required SignInMeans Means { get; init; }

    public required SignInOutcome Outcome { get; init; }

    public string? Address { get; init; }

    public string? Browser { get; init; }
}
