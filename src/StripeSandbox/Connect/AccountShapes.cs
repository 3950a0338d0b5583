using static Solidarity.StripeSandbox.Api.Rules;

namespace Solidarity.StripeSandbox.Connect;

/// <summary>The parameters of accounts that the sandbox takes; https://docs.stripe.com/api/accounts/create.</summary>
internal static class AccountShapes
{
    private static readonly Shape Capability = new() { { "requested", YesNo } };

    private static readonly Shape Capabilities = new()
    {
        { "transfers", Rules.Object(Capability) }, { "card_payments", Rules.Object(Capability) }, { "sepa_debit_payments", Rules.Object(Capability) },
        { "bancontact_payments", Rules.Object(Capability) }, { "ideal_payments", Rules.Object(Capability) }, { "eps_payments", Rules.Object(Capability) },
    };

    private static readonly Shape Controller = new()
    {
        { "fees", Rules.Object(new() { { "payer", OneOf("account", "application") } }) },
        { "losses", Rules.Object(new() { { "payments", OneOf("application", "stripe") } }) },
        { "requirement_collection", OneOf("application", "stripe") },
        { "stripe_dashboard", Rules.Object(new() { { "type", OneOf("express", "full", "none") } }) },
    };

    private static readonly Shape Profile = new()
    {
        { "name", Text }, { "url", Text }, { "product_description", Text }, { "mcc", Text }, { "support_email", Text }, { "support_phone", Text }, { "support_url", Text },
    };

    public static Shape Create => new()
    {
        { "business_profile", Rules.Object(Profile) }, { "business_type", BusinessType }, { "capabilities", Rules.Object(Capabilities) },
        { "company", Ignored }, { "controller", Rules.Object(Controller) }, { "country", Country }, { "default_currency", Rules.Currency },
        { "email", Email }, { "individual", Ignored }, { "metadata", Rules.Metadata }, { "settings", Ignored }, { "tos_acceptance", Ignored },
        { "type", OneOf("custom", "express", "standard") },
    };

    public static Shape Update => new()
    {
        { "business_profile", Rules.Object(Profile) }, { "business_type", BusinessType }, { "capabilities", Rules.Object(Capabilities) },
        { "company", Ignored }, { "email", Email }, { "individual", Ignored }, { "metadata", Rules.Metadata }, { "settings", Ignored }, { "tos_acceptance", Ignored },
    };

    public static Shape Link => new()
    {
        { "account!", Text }, { "type!", OneOf("account_onboarding", "account_update") }, { "return_url!", Url }, { "refresh_url!", Url },
        { "collect", OneOf("currently_due", "eventually_due") }, { "collection_options", Ignored },
    };

    private static Rule BusinessType => OneOf("company", "government_entity", "individual", "non_profit");

    private static Rule Country => (node, path) =>
    {
        Text(node, path);
        if (node.Text!.Length != 2 || !node.Text.All(char.IsAsciiLetter)) throw Refuse.Malformed($"Country '{node.Text}' is unknown. Try using a 2-character alphanumeric country code instead.", "country_code_invalid", path);
    };
}
