namespace Solidarity.StripeSandbox.Connect;

/// <summary>The platform's account, or a connected one (https://docs.stripe.com/api/accounts/object).</summary>
internal sealed partial class Account : Resource
{
    public bool IsPlatform { get; init; }

    public string Country { get; init; } = "BE";

    public string DefaultCurrency { get; init; } = "eur";

    /// <summary>standard, express, custom or none.</summary>
    public string Type { get; init; } = "standard";

    public AccountController Controller { get; init; } = new();

    public string? Email { get; set; }

    public string? BusinessType { get; set; }

    public string? Name { get; set; }

    public string? Url { get; set; }

    public string? ProductDescription { get; set; }

    /// <summary>Capability name to active, inactive or pending (https://docs.stripe.com/connect/account-capabilities).</summary>
    public Dictionary<string, string> Capabilities { get; init; } = [];

    public bool DetailsSubmitted { get; set; }

    public bool PayoutsEnabled { get; set; }

    /// <summary>Null until somebody said: then it follows from the two flags above.</summary>
    public AccountRequirements? Requirements { get; set; }

    public bool ChargesEnabled => Capabilities.GetValueOrDefault("card_payments") == "active" || IsPlatform;

    public bool TakesTransfers => Capabilities.GetValueOrDefault("transfers") == "active";

    /// <summary>The platform is not among its own connected accounts.</summary>
    public override bool IsListed => !IsPlatform;

    public static Account NewPlatform(long now)
    {
        var id = Ids.New("acct_", 16);
        return new Account { Id = id, Account = id, Created = now, IsPlatform = true, Name = "Solidarity", DetailsSubmitted = true, PayoutsEnabled = true };
    }

    /// <summary>What the hosted onboarding page does with what was given, or left out, there.</summary>
    public void EndOnboarding(OnboardingEnd end)
    {
        DetailsSubmitted = true;
        PayoutsEnabled = end.PayoutsEnabled;
        Requirements = end.Requirements;
        foreach (var capability in Capabilities.Keys.ToList()) Capabilities[capability] = end.Capabilities;
    }

    /// <summary>Stored among the connected account's own events, and delivered with its id in <c>account</c>.</summary>
    public void Updated(Work work) => work.Emit("account.updated", work.Save(this), account: Id);
}

/// <summary><c>controller</c>: who does what for the account (https://docs.stripe.com/connect/migrate-to-controller-properties).</summary>
internal sealed record AccountController
{
    public string FeesPayer { get; init; } = "account";

    public string LossesPayments { get; init; } = "stripe";

    public string RequirementCollection { get; init; } = "stripe";

    public string Dashboard { get; init; } = "full";
}
