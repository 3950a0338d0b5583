namespace Solidarity.StripeSandbox.Connect;

/// <summary>How onboarding ends. In real life that depends on what the partner gives and on what Stripe finds; here one chooses.</summary>
/// <param name="Capabilities">What becomes of all that the account asked to be allowed: active, inactive or pending.</param>
internal sealed record OnboardingEnd(string Name, string Capabilities, bool PayoutsEnabled, AccountRequirements Requirements)
{
    private static readonly string[] LeftOut = ["external_account", "representative.verification.document"];

    public static OnboardingEnd Complete { get; } = new("complete", "active", true, new());

    public static IReadOnlyList<OnboardingEnd> All { get; } =
    [
        Complete,
        new("under_review", "pending", false, new()
        {
            PendingVerification = ["company.verification.document", "representative.verification.document"],
            DisabledReason = "requirements.pending_verification",
        }),
        new("details_due", "inactive", false, new() { CurrentlyDue = LeftOut, PastDue = LeftOut, DisabledReason = "requirements.past_due" }),
        new("payouts_blocked", "active", false, new() { DisabledReason = "listed" }),
    ];

    public static OnboardingEnd? Named(string name) => All.FirstOrDefault(end => end.Name == name);
}
