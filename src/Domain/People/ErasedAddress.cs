namespace Solidarity.Domain.People;

/// <summary>What stands where an e-mail address was, once its owner had it erased. Nobody can be written to there (RFC 2606: .invalid is never a name).</summary>
public static class ErasedAddress
{
    /// <summary>How every such address ends.</summary>
    public const string Host = "@erased.invalid";

    /// <summary>In letters: one for all, so that nothing says which were the same reader's.</summary>
    public const string OfLetters = "erased" + Host;

    /// <param name="id">The row's own id, so that rows of one giver no longer belong together.</param>
    public static string Of(Guid id) => $"erased-{id:N}{Host}";

    public static bool Is(string address) => address.EndsWith(Host, StringComparison.Ordinal);
}
