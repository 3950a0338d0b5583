using static Solidarity.StripeSandbox.Api.Rules;

namespace Solidarity.StripeSandbox.Checkout;

/// <summary>The parameters of Checkout Sessions that the sandbox takes; https://docs.stripe.com/api/checkout/sessions/create.</summary>
internal static class SessionShapes
{
    private static readonly string[] Locales =
    [
        "auto", "bg", "cs", "da", "de", "el", "en", "en-GB", "es", "es-419", "et", "fi", "fil", "fr", "fr-CA", "hr", "hu", "id", "it", "ja", "ko",
        "lt", "lv", "ms", "mt", "nb", "nl", "pl", "pt", "pt-BR", "ro", "ru", "sk", "sl", "sv", "th", "tr", "vi", "zh", "zh-HK", "zh-TW",
    ];

    private static readonly Shape ProductData = new()
    {
        { "name!", Text }, { "description", Text }, { "images", ListOf(Text) }, { "metadata", Rules.Metadata }, { "tax_code", Text }, { "unit_label", Text },
    };

    private static readonly Shape PriceData = new()
    {
        { "currency!", Rules.Currency }, { "product_data!", Rules.Object(ProductData) }, { "unit_amount!", Whole },
        { "tax_behavior", OneOf("exclusive", "inclusive", "unspecified") },
    };

    private static readonly Shape LineItem = new()
    {
        { "price_data!", Rules.Object(PriceData) }, { "quantity", Whole }, { "metadata", Rules.Metadata },
    };

    private static readonly Shape IntentDataShape = new()
    {
        { "description", Text }, { "metadata", Rules.Metadata }, { "receipt_email", Email }, { "statement_descriptor_suffix", Text },
        { "transfer_group", Text }, { "capture_method", OneOf("automatic", "automatic_async") }, { "setup_future_usage", OneOf("off_session", "on_session") },
    };

    public static Shape Create => new()
    {
        { "adaptive_pricing", Ignored }, { "allow_promotion_codes", YesNo }, { "billing_address_collection", OneOf("auto", "required") },
        { "branding_settings", Ignored }, { "cancel_url", Url }, { "client_reference_id", Reference }, { "consent_collection", Ignored },
        { "currency", Rules.Currency }, { "custom_text", Ignored }, { "customer", Text }, { "customer_creation", OneOf("always", "if_required") },
        { "customer_email", Email }, { "expires_at", Whole }, { "line_items!", ListOf(Rules.Object(LineItem)) }, { "locale", OneOf(Locales) },
        { "metadata", Rules.Metadata }, { "mode!", OneOf("payment", "setup", "subscription") }, { "origin_context", OneOf("mobile_app", "web") },
        { "payment_intent_data", Rules.Object(IntentDataShape) }, { "payment_method_options", Ignored }, { "payment_method_types", ListOf(Text) },
        { "phone_number_collection", Ignored }, { "submit_type", OneOf("auto", "book", "donate", "pay", "subscribe") }, { "success_url!", Url },
        { "ui_mode", OneOf("elements", "embedded_page", "form", "hosted_page") },
    };

    public static Shape List => new()
    {
        { "created", Rules.Range }, { "customer", Text }, { "customer_details", Rules.Object(new Shape { { "email!", Email } }) },
        { "payment_intent", Text }, { "status", OneOf("complete", "expired", "open") },
    };

    private static Rule Reference => (node, path) =>
    {
        Text(node, path);
        if (node.Text!.Length > 200) throw Refuse.Malformed($"Invalid string: {path} must be at most 200 characters", "parameter_invalid_string_too_long", path);
    };
}
