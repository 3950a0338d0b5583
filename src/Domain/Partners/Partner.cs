using Solidarity.Domain.Organisations;

namespace Solidarity.Domain.Partners;

/// <summary>Whoever is paid: a restaurant, or the project's own organisation. Has a connected account at Stripe.</summary>
public class Partner
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public Organisation Organisation { get; init; } = null!;

    public required string Name { get; set; }

    /// <summary>Stripe's id of the connected account (acct_...), null before onboarding began.</summary>
    public string? StripeAccountId { get; set; }

    public bool DetailsSubmitted { get; set; }

    /// <summary>Stripe lets us transfer money to it (capability "transfers" is active).</summary>
    public bool TransfersActive { get; set; }

    public bool PayoutsEnabled { get; set; }

    /// <summary>When Stripe last told us the three flags above.</summary>
    public DateTimeOffset? StripeSeenAt { get; set; }

    public Guid Version { get; set; }

    /// <summary>Money can be passed on to it now.</summary>
    public bool CanBePaid => StripeAccountId is not null && TransfersActive;
}
