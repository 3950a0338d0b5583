namespace Solidarity.Domain;

/// <summary>
/// The server was told to commit, and its answer never came: what was to be saved is saved as a whole, or not at all. Whoever asked asks again as after any
/// crash, by the same form key, message or row.
/// </summary>
public sealed class CommitInDoubtException(Exception cause) : Exception("Whether the transaction was committed is not known.", cause);
