namespace Stripe;

/// <summary>What Stripe still wants to know, and by when.</summary>
public class AccountRequirements : StripeEntity<AccountRequirements>
{
    public List<AccountRequirementsAlternative>? Alternatives { get; set; }

    public DateTime? CurrentDeadline { get; set; }

    public List<string>? CurrentlyDue { get; set; }

    /// <summary><c>action_required.requested_capabilities</c>, <c>listed</c>, <c>other</c>, <c>platform_paused</c>, <c>rejected.fraud</c>, <c>rejected.incomplete_verification</c>, <c>rejected.listed</c>, <c>rejected.other</c>, <c>rejected.platform_fraud</c>, <c>rejected.platform_other</c>, <c>rejected.platform_terms_of_service</c>, <c>rejected.terms_of_service</c>, <c>requirements.past_due</c>, <c>requirements.pending_verification</c>, <c>under_review</c>; Stripe may add others.</summary>
    public string? DisabledReason { get; set; }

    public List<AccountRequirementsError>? Errors { get; set; }

    public List<string>? EventuallyDue { get; set; }

    public List<string>? PastDue { get; set; }

    public List<string>? PendingVerification { get; set; }
}
