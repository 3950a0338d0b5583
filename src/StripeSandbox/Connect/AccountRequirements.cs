namespace Solidarity.StripeSandbox.Connect;

/// <summary>What Stripe still wants of an account, and why it is held back (https://docs.stripe.com/connect/handling-api-verification).</summary>
internal sealed record AccountRequirements
{
    private static readonly string[] AskedOfEverybody =
        ["business_profile.url", "business_type", "external_account", "representative.first_name", "tos_acceptance.date", "tos_acceptance.ip"];

    /// <summary>Nothing was given yet.</summary>
    public static AccountRequirements Everything { get; } = new() { CurrentlyDue = AskedOfEverybody, PastDue = AskedOfEverybody };

    public string[] CurrentlyDue { get; init; } = [];

    public string[] PastDue { get; init; } = [];

    public string[] PendingVerification { get; init; } = [];

    public string? DisabledReason { get; init; }

    /// <summary>Unix seconds by which what is due must be given.</summary>
    public long? CurrentDeadline { get; init; }

    public JsonObject Render() => new()
    {
        ["alternatives"] = new JsonArray(),
        ["current_deadline"] = CurrentDeadline,
        ["currently_due"] = Json.Texts(CurrentlyDue),
        ["disabled_reason"] = DisabledReason,
        ["errors"] = new JsonArray(),
        ["eventually_due"] = Json.Texts(CurrentlyDue),
        ["past_due"] = Json.Texts(PastDue),
        ["pending_verification"] = Json.Texts(PendingVerification),
    };
}
