namespace Solidarity.StripeSandbox.Checkout;

internal sealed partial class Session
{
    public override JsonObject Render(View view) => new JsonObject
    {
        ["id"] = Id,
        ["object"] = "checkout.session",
        ["adaptive_pricing"] = new JsonObject { ["enabled"] = false },
        ["amount_subtotal"] = Total,
        ["amount_total"] = Total,
        ["automatic_tax"] = new JsonObject { ["enabled"] = false, ["liability"] = null, ["provider"] = null, ["status"] = null },
        ["cancel_url"] = CancelUrl,
        ["client_reference_id"] = ClientReferenceId,
        ["collected_information"] = new JsonObject().WithNulls("business_name individual_name shipping_details"),
        ["created"] = Created,
        ["currency"] = Currency,
        ["custom_fields"] = new JsonArray(),
        ["custom_text"] = new JsonObject().WithNulls("after_submit shipping_address submit terms_of_service_acceptance"),
        ["customer"] = Customer,
        ["customer_creation"] = Customer is null ? "if_required" : null,
        ["customer_details"] = RenderPayer(),
        ["customer_email"] = CustomerEmail,
        ["discounts"] = new JsonArray(),
        ["expires_at"] = ExpiresAt,
        ["invoice_creation"] = new JsonObject
        {
            ["enabled"] = false,
            ["invoice_data"] = new JsonObject { ["metadata"] = new JsonObject() }
                .WithNulls("account_tax_ids custom_fields description footer issuer rendering_options"),
        },
        ["livemode"] = false,
        ["locale"] = Locale,
        ["metadata"] = Json.Of(Metadata),
        ["mode"] = "payment",
        ["payment_intent"] = IntentId,
        ["payment_method_collection"] = "if_required",
        ["payment_method_options"] = new JsonObject { ["card"] = new JsonObject { ["request_three_d_secure"] = "automatic" } },
        ["payment_method_types"] = Json.Texts(MethodTypes),
        ["payment_status"] = PaymentStatus,
        ["phone_number_collection"] = new JsonObject { ["enabled"] = false },
        ["shipping_options"] = new JsonArray(),
        ["status"] = Status,
        ["submit_type"] = SubmitType,
        ["success_url"] = SuccessUrl,
        ["total_details"] = new JsonObject { ["amount_discount"] = 0, ["amount_shipping"] = 0, ["amount_tax"] = 0 },
        ["ui_mode"] = "hosted_page",
        ["url"] = IsOpen ? view.PublicUrl + Path : null,
    }.WithNulls("after_expiration allow_promotion_codes billing_address_collection client_secret consent consent_collection currency_conversion "
        + "customer_account integration_identifier invoice origin_context payment_link payment_method_configuration_details permissions "
        + "recovered_from saved_payment_method_options setup_intent shipping_address_collection shipping_cost subscription wallet_options");

    /// <summary>Stripe leaves the lines out unless they are asked for.</summary>
    public override JsonNode? RenderOnDemand(View view, string field) =>
        field == "line_items" ? Page.List($"/v1/checkout/sessions/{Id}/line_items", Lines.Select(RenderLine)) : null;

    public JsonObject RenderLine(SessionLine line) => new()
    {
        ["id"] = line.Id,
        ["object"] = "item",
        ["adjustable_quantity"] = null,
        ["amount_discount"] = 0,
        ["amount_subtotal"] = line.Amount,
        ["amount_tax"] = 0,
        ["amount_total"] = line.Amount,
        ["currency"] = Currency,
        ["description"] = line.Name,
        ["metadata"] = Json.Of(line.Metadata),
        ["price"] = RenderPrice(line),
        ["quantity"] = line.Quantity,
    };

    private JsonObject RenderPrice(SessionLine line) => new JsonObject
    {
        ["id"] = line.PriceId,
        ["object"] = "price",
        ["active"] = false,
        ["billing_scheme"] = "per_unit",
        ["created"] = Created,
        ["currency"] = Currency,
        ["livemode"] = false,
        ["metadata"] = new JsonObject(),
        ["product"] = line.ProductId,
        ["tax_behavior"] = "unspecified",
        ["type"] = "one_time",
        ["unit_amount"] = line.UnitAmount,
        ["unit_amount_decimal"] = line.UnitAmount.ToString(System.Globalization.CultureInfo.InvariantCulture),
    }.WithNulls("custom_unit_amount lookup_key nickname recurring tiers_mode transform_quantity");

    private JsonObject? RenderPayer() => IsOpen && CustomerEmail is null ? null : new JsonObject
    {
        ["address"] = PayerEmail is null ? null : new JsonObject { ["country"] = "BE" }.WithNulls("city line1 line2 postal_code state"),
        ["email"] = PayerEmail ?? CustomerEmail,
        ["name"] = PayerName,
        ["tax_exempt"] = "none",
        ["tax_ids"] = IsOpen ? null : new JsonArray(),
    }.WithNulls("business_name individual_name phone");
}
