namespace Stripe;

/// <summary>How far the answer to the bank has come.</summary>
public class DisputeEvidenceDetails : StripeEntity<DisputeEvidenceDetails>
{
    /// <summary>UTC; evidence that comes later is not looked at.</summary>
    public DateTime? DueBy { get; set; }

    public bool HasEvidence { get; set; }

    public bool PastDue { get; set; }

    public long SubmissionCount { get; set; }
}
