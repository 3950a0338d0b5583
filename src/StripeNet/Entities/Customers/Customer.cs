namespace Stripe;

/// <summary>A giver whom Stripe remembers; a deleted one keeps only its id. Source: https://docs.stripe.com/api/customers/object.</summary>
public class Customer : StripeEntity<Customer>, IHasId, IHasMetadata, IHasObject
{
    public string Id { get; set; } = null!;

    public string Object { get; set; } = null!;

    public Address? Address { get; set; }

    /// <summary>In minor units of <see cref="Currency"/>.</summary>
    public long Balance { get; set; }

    /// <summary>UTC.</summary>
    public DateTime Created { get; set; } = DateTime.UnixEpoch;

    /// <summary>Three letters of ISO 4217, lower case.</summary>
    public string? Currency { get; set; }

    public bool? Deleted { get; set; }

    public bool? Delinquent { get; set; }

    public string? Description { get; set; }

    public string? Email { get; set; }

    /// <summary>False in test mode: such money does not exist.</summary>
    public bool Livemode { get; set; }

    public Dictionary<string, string> Metadata { get; set; } = [];

    public string? Name { get; set; }

    public string? Phone { get; set; }

    public List<string>? PreferredLocales { get; set; }
}
