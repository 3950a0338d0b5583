namespace Solidarity.StripeSandbox.Connect;

/// <summary>A single-use address where a partner completes its account (https://docs.stripe.com/api/account_links/object).</summary>
internal sealed class OnboardingLink : Resource
{
    private const long LifetimeSeconds = 300;

    public required string AccountId { get; init; }

    public required string ReturnUrl { get; init; }

    public required string RefreshUrl { get; init; }

    public bool Used { get; set; }

    public override bool IsListed => false;

    public bool IsGood(long now) => !Used && now < Created + LifetimeSeconds;

    public override JsonObject Render(View view) => new()
    {
        ["object"] = "account_link",
        ["created"] = Created,
        ["expires_at"] = Created + LifetimeSeconds,
        ["url"] = $"{view.PublicUrl}/setup/{Id}",
    };
}
