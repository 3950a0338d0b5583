namespace Solidarity.StripeSandbox.Payments;

/// <summary>https://docs.stripe.com/api/customers/object.</summary>
internal sealed class Customer : Resource
{
    public string? Email { get; set; }

    public string? Name { get; set; }

    public string? Phone { get; set; }

    public string? Description { get; set; }

    public List<string> PreferredLocales { get; set; } = [];

    public override IEnumerable<(string Name, string? Value)> Keys => [("email", Email)];

    public override JsonObject Render(View view) => new JsonObject
    {
        ["id"] = Id,
        ["object"] = "customer",
        ["balance"] = 0,
        ["created"] = Created,
        ["delinquent"] = false,
        ["description"] = Description,
        ["email"] = Email,
        ["invoice_settings"] = new JsonObject().WithNulls("custom_fields default_payment_method footer rendering_options"),
        ["livemode"] = false,
        ["metadata"] = Json.Of(Metadata),
        ["name"] = Name,
        ["phone"] = Phone,
        ["preferred_locales"] = Json.Texts(PreferredLocales),
        ["tax_exempt"] = "none",
    }.WithNulls("address currency default_source discount shipping test_clock");
}
