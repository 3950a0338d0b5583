namespace Solidarity.Domain.Ledger;

/// <summary>Something that Stripe's books and ours do not agree on, found by the nightly comparison and shown until it is gone.</summary>
public class Difference
{
    public long Id { get; init; }

    /// <summary>The balance transaction (txn_…), unique.</summary>
    public required string StripeId { get; init; }

    public required string What { get; set; }

    public required DateTimeOffset FoundAt { get; init; }

    public DateTimeOffset? SettledAt { get; set; }
}
