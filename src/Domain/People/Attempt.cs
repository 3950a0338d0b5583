namespace Solidarity.Domain.People;

/// <summary>What can be tried too often: guessing secrets, and having mail sent to others.</summary>
public enum AttemptKind
{
    /// <summary>Signing in to one account, whether it exists or not.</summary>
    SignIn,

    /// <summary>Signing in from one network address.</summary>
    SignInFrom,

    /// <summary>A code or the password again, of one person.</summary>
    Proof,

    /// <summary>Letters to one address that anybody may cause.</summary>
    Letter,

    /// <summary>Letters caused from one network address.</summary>
    LetterFrom,

    /// <summary>Secrets of links, from one network address.</summary>
    LinkFrom,

    /// <summary>One question of the giving form: each is answered once.</summary>
    Question,

    /// <summary>Questions of the giving form that were answered wrongly, from one network address.</summary>
    QuestionFrom,

    /// <summary>Voucher codes that are none, entered by one person.</summary>
    Voucher,
}

/// <summary>One try, kept for a day.</summary>
public class Attempt
{
    public long Id { get; init; }

    /// <summary>Hash of what is tried and by whom or for whom, so that no list of addresses comes to lie here.</summary>
    public required string Key { get; init; }

    public required DateTimeOffset At { get; init; }
}
