namespace Solidarity.Domain.Partners;

/// <summary>How far a partner is with being paid, and so what to do next. Whether gifts are taken for it is <see cref="Partner.CanBePaid"/>, not this.</summary>
public enum PartnerStanding
{
    /// <summary>It has no account yet: begin.</summary>
    NotStarted,
    /// <summary>Stripe asks it for details. It may be paid meanwhile, where they are due later only.</summary>
    DetailsDue,
    /// <summary>It gave everything, and Stripe looks at it: wait.</summary>
    UnderReview,
    /// <summary>Stripe holds back what is or would be there: give what it asks for, if it asks for anything, else speak with Stripe.</summary>
    PayoutsBlocked,
    /// <summary>It can be paid, is paid out, and nothing is asked for.</summary>
    Ready,
}

/// <summary>Reads the standing off what Stripe said last.</summary>
public static class PartnerStandings
{
    /// <summary>Why Stripe may disable an account for good, or until it has been spoken with: https://docs.stripe.com/api/accounts/object#account_object-requirements-disabled_reason</summary>
    private static readonly string[] StoppedByStripe = ["listed", "other", "platform_paused", Partner.AccountGone];

    public static PartnerStanding Of(Partner partner) => partner switch
    {
        { StripeAccountId: null } => PartnerStanding.NotStarted,
        { DisabledReason: { } reason } when IsStop(reason) => PartnerStanding.PayoutsBlocked,
        { DetailsSubmitted: false } => PartnerStanding.DetailsDue,
        // Money comes in and gets stuck, which matters more than what has to be given to free it.
        { TransfersActive: true, PayoutsEnabled: false } when partner.HasRequirementsDue || !partner.UnderReview => PartnerStanding.PayoutsBlocked,
        { HasRequirementsDue: true } => PartnerStanding.DetailsDue,
        { TransfersActive: true, PayoutsEnabled: true } => PartnerStanding.Ready,
        { UnderReview: true } => PartnerStanding.UnderReview,
        _ => PartnerStanding.PayoutsBlocked,
    };

    private static bool IsStop(string reason) => reason.StartsWith("rejected.", StringComparison.Ordinal) || StoppedByStripe.Contains(reason);
}
