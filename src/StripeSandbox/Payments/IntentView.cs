namespace Solidarity.StripeSandbox.Payments;

internal sealed partial class Intent
{
    public override JsonObject Render(View view) => new JsonObject
    {
        ["id"] = Id,
        ["object"] = "payment_intent",
        ["amount"] = Amount,
        ["amount_capturable"] = 0,
        ["amount_received"] = Status == "succeeded" ? Amount : 0,
        ["canceled_at"] = CanceledAt,
        ["cancellation_reason"] = CancellationReason,
        ["capture_method"] = "automatic_async",
        ["client_secret"] = ClientSecret,
        ["confirmation_method"] = "automatic",
        ["created"] = Created,
        ["currency"] = Currency,
        ["customer"] = Customer,
        ["description"] = Description,
        ["last_payment_error"] = RenderError(),
        ["latest_charge"] = LatestCharge,
        ["livemode"] = false,
        ["metadata"] = Json.Of(Metadata),
        ["next_action"] = RenderNextAction(view),
        ["payment_method"] = Status == "requires_payment_method" ? null : Method?.Id,
        ["payment_method_options"] = new JsonObject(),
        ["payment_method_types"] = Json.Texts(MethodTypes),
        ["receipt_email"] = ReceiptEmail,
        ["statement_descriptor_suffix"] = StatementDescriptorSuffix,
        ["status"] = Status,
        ["transfer_data"] = null,
        ["transfer_group"] = TransferGroup,
    }.WithNulls("application application_fee_amount automatic_payment_methods customer_account excluded_payment_method_types on_behalf_of "
        + "payment_method_configuration_details processing review setup_future_usage shipping source statement_descriptor");

    private JsonObject? RenderNextAction(View view) => Status != "requires_action" ? null : new JsonObject
    {
        ["type"] = "redirect_to_url",
        ["redirect_to_url"] = new JsonObject { ["return_url"] = null, ["url"] = view.PublicUrl + ThreeDSecure.PathOf(this) },
    };

    private JsonObject? RenderError()
    {
        if (LastError is null) return null;
        var error = new JsonObject { ["type"] = LastError.Type, ["code"] = LastError.Code, ["message"] = LastError.Message };
        error["doc_url"] = "https://docs.stripe.com/error-codes/" + LastError.Code.Replace('_', '-');
        if (LastError.DeclineCode is not null) error["decline_code"] = LastError.DeclineCode;
        if (LastError.ChargeId is not null) error["charge"] = LastError.ChargeId;
        if (Method is not null) error["payment_method"] = new JsonObject { ["id"] = Method.Id, ["object"] = "payment_method", ["type"] = Method.Type };
        return error;
    }
}
