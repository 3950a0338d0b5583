namespace Solidarity.Web.Watching;

/// <summary>What the database says of the site's state, for all nodes together, as it was read last.</summary>
/// <param name="Health">By the name of the check; 0 well, 1 needs a look, 2 out of order.</param>
/// <param name="Succeeded">By the name of the job's class: when it last ran to its end, on any node as far as that is kept.</param>
/// <param name="FreeBytes">On the disk of the data folder; null where the system does not say.</param>
public sealed record Figures(
    DateTimeOffset ReadAt, IReadOnlyList<QueueFigures> Queues, LedgerFigures Ledger, IReadOnlyDictionary<string, DateTimeOffset> Succeeded, IReadOnlyDictionary<string, int> Health, long? FreeBytes);

/// <param name="Waiting">Not done yet, being worked on among them.</param>
/// <param name="OldestAge">Of the oldest that is not done.</param>
/// <param name="Overdue">How long the first that is due has been so.</param>
public sealed record QueueFigures(string Queue, int Waiting, int NeedingPerson, TimeSpan OldestAge, TimeSpan Overdue);

/// <param name="CheckedAt">When the books were last held against themselves; null: never.</param>
/// <param name="Agrees">What that check found.</param>
/// <param name="Differences">What Stripe's books and ours do not agree on.</param>
public sealed record LedgerFigures(DateTimeOffset? CheckedAt, bool Agrees, int Differences);
