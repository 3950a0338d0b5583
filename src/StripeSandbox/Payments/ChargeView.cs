namespace Solidarity.StripeSandbox.Payments;

internal sealed partial class Charge
{
    public override JsonObject Render(View view) => new JsonObject
    {
        ["id"] = Id,
        ["object"] = "charge",
        ["amount"] = Amount,
        ["amount_captured"] = Status == "succeeded" ? Amount : 0,
        ["amount_refunded"] = AmountRefunded,
        ["balance_transaction"] = TransactionId,
        ["billing_details"] = Method?.RenderBilling() ?? new PaymentMethodUsed("", "", "", 0, 0, null, null).RenderBilling(),
        ["calculated_statement_descriptor"] = "SOLIDARITY" + (StatementDescriptorSuffix is null ? "" : "* " + StatementDescriptorSuffix),
        ["captured"] = Status == "succeeded",
        ["created"] = Created,
        ["currency"] = Currency,
        ["customer"] = Customer,
        ["description"] = Description,
        ["disputed"] = DisputeId is not null,
        ["failure_code"] = Failure?.Code,
        ["failure_message"] = Failure?.Message,
        ["fraud_details"] = new JsonObject(),
        ["livemode"] = false,
        ["metadata"] = Json.Of(Metadata),
        ["outcome"] = Outcome(),
        ["paid"] = Status == "succeeded",
        ["payment_intent"] = IntentId,
        ["payment_method"] = Method?.Id,
        ["payment_method_details"] = Method?.RenderDetails(Authenticated, Account),
        ["receipt_email"] = ReceiptEmail,
        ["refunded"] = AmountRefunded == Amount && Amount > 0,
        ["source_transfer"] = SourceTransfer,
        ["statement_descriptor_suffix"] = StatementDescriptorSuffix,
        ["status"] = Status,
        ["transfer_group"] = TransferGroup,
    }.WithNulls("application application_fee application_fee_amount failure_balance_transaction on_behalf_of receipt_number "
        + "receipt_url review shipping source statement_descriptor transfer_data");

    /// <summary>A charge shows its refunds only when asked, since API version 2022-11-15.</summary>
    public override JsonNode? RenderOnDemand(View view, string field) => field != "refunds" ? null
        : Page.List($"/v1/charges/{Id}/refunds", view.Store.List<Refund>(Account, "charge", Id).Reverse().Take(10).Select(refund => refund.Render(view)));

    private JsonObject? Outcome() => Method is null ? null : new JsonObject
    {
        ["advice_code"] = null,
        ["network_advice_code"] = null,
        ["network_decline_code"] = Failure is null ? null : "01",
        ["network_status"] = Failure is null ? "approved_by_network" : "declined_by_network",
        ["reason"] = Failure?.DeclineCode,
        ["risk_level"] = "normal",
        ["risk_score"] = 10,
        ["seller_message"] = Failure is null ? "Payment complete." : "The bank did not return any further details with this decline.",
        ["type"] = Failure is null ? "authorized" : "issuer_declined",
    };
}
