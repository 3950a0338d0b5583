using Solidarity.Domain.Organisations;

namespace Solidarity.Domain.Partners;

/// <summary>Whoever is paid: a restaurant, or the project's own organisation. Has a connected account at Stripe.</summary>
public class Partner
{
    /// <summary>The <see cref="DisabledReason"/> of a partner whose account has left the platform, or was closed: Stripe's error code then.</summary>
    public const string AccountGone = "account_invalid";

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

    /// <summary>Stripe's names of what it asks for, with commas between, such as <c>external_account</c>; null where it asks for nothing. A long list may be cut.</summary>
    public string? RequirementsDue { get; set; }

    /// <summary>By when it must be given, or else Stripe holds something back; null where there is no such day, or where it is over.</summary>
    public DateTimeOffset? RequirementsDueBy { get; set; }

    /// <summary>Stripe looks at what was given.</summary>
    public bool UnderReview { get; set; }

    /// <summary>Stripe's word for why it holds the account back, such as <c>requirements.past_due</c>, <c>listed</c> or <c>rejected.other</c>.</summary>
    public string? DisabledReason { get; set; }

    /// <summary>Its number for value added tax (<see cref="Partners.VatNumber"/>), as it entered it for its payout reports; null for none.</summary>
    public string? VatNumber { get; set; }

    /// <summary>Its rate of that tax, in hundredths of a percent: 600 is 6 %.</summary>
    public int? VatRate { get; set; }

    /// <summary>When Stripe was last asked for what is above, up to <see cref="DisabledReason"/>.</summary>
    public DateTimeOffset? StripeSeenAt { get; set; }

    public Guid Version { get; set; }

    /// <summary>Money can be passed on to it now. For queries <see cref="PayablePartners.Payable"/>.</summary>
    public bool CanBePaid => StripeAccountId is not null && TransfersActive;

    /// <summary>It never had an account, or the one it had is gone: beginning opens one.</summary>
    public bool NeedsAccount => StripeAccountId is null || DisabledReason == AccountGone;

    public bool HasRequirementsDue => RequirementsDue is not null;

    public PartnerStanding Standing => PartnerStandings.Of(this);
}

public static class PayablePartners
{
    /// <summary>Those of whom <see cref="Partner.CanBePaid"/> is true.</summary>
    public static IQueryable<Partner> Payable(this IQueryable<Partner> partners) => partners.Where(p => p.StripeAccountId != null && p.TransfersActive);
}
