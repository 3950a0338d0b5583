namespace Solidarity.StripeSandbox.Payments;

/// <summary>A giver's bank takes a charge back (https://docs.stripe.com/api/disputes/object). Amount in minor units.</summary>
internal sealed class Dispute : Resource
{
    private const long DaysToAnswer = 7;

    public required long Amount { get; init; }

    public required string Currency { get; init; }

    public required string ChargeId { get; init; }

    public string? IntentId { get; init; }

    public string Status { get; set; } = "needs_response";

    public List<string> TransactionIds { get; init; } = [];

    public override IEnumerable<(string Name, string? Value)> Keys => [("charge", ChargeId), ("payment_intent", IntentId)];

    /// <param name="part">How much is contested; without, all of it.</param>
    public static Dispute Open(Work work, Charge charge, long? part = null)
    {
        var dispute = new Dispute
        {
            Id = Ids.New("dp_"),
            Account = charge.Account,
            Created = work.Now,
            Amount = part ?? charge.Amount,
            Currency = charge.Currency,
            ChargeId = charge.Id,
            IntentId = charge.IntentId,
        };
        charge.DisputeId = work.Save(dispute).Id;
        work.Save(charge);
        var booked = work.Book(
            charge.Account, "adjustment", "dispute", -dispute.Amount, charge.Currency, dispute.Id,
            Fees.Dispute(charge.Currency), "Dispute fee", $"Chargeback withdrawal for {charge.Id}");
        dispute.TransactionIds.Add(booked.Id);
        work.Emit("charge.dispute.created", work.Save(dispute));
        work.Emit("charge.dispute.funds_withdrawn", dispute);
        return dispute;
    }

    /// <summary>The bank decides. A won dispute brings the amount back, not Stripe's fee.</summary>
    public void Close(Work work, bool won)
    {
        Status = won ? "won" : "lost";
        if (won)
        {
            var booked = work.Book(Account, "adjustment", "dispute_reversal", Amount, Currency, Id, description: $"Chargeback reversal for {ChargeId}");
            TransactionIds.Add(booked.Id);
            work.Emit("charge.dispute.funds_reinstated", work.Save(this));
        }

        work.Emit("charge.dispute.closed", work.Save(this));
    }

    public override JsonObject Render(View view)
    {
        var method = view.Store.Get<Charge>(ChargeId).Method!;
        var brand = TestCard.Of(method.Number).Brand;
        return new JsonObject
        {
            ["id"] = Id,
            ["object"] = "dispute",
            ["amount"] = Amount,
            ["balance_transactions"] = new JsonArray([.. TransactionIds.Select(id => view.Store.Get<BalanceTransaction>(id).Render(view))]),
            ["charge"] = ChargeId,
            ["created"] = Created,
            ["currency"] = Currency,
            ["enhanced_eligibility_types"] = new JsonArray(),
            ["evidence"] = NoEvidence(),
            ["evidence_details"] = new JsonObject
            {
                ["due_by"] = Created + DaysToAnswer * 24 * 60 * 60,
                ["enhanced_eligibility"] = new JsonObject(),
                ["has_evidence"] = false,
                ["past_due"] = view.Now > Created + DaysToAnswer * 24 * 60 * 60,
                ["submission_count"] = 0,
            },
            ["is_charge_refundable"] = false,
            ["livemode"] = false,
            ["metadata"] = Json.Of(Metadata),
            ["payment_intent"] = IntentId,
            ["payment_method_details"] = new JsonObject
            {
                ["card"] = new JsonObject { ["brand"] = brand, ["case_type"] = "chargeback", ["network"] = brand, ["network_reason_code"] = "10.4" },
                ["type"] = "card",
            },
            ["reason"] = "fraudulent",
            ["status"] = Status,
        };
    }

    private static JsonObject NoEvidence() => new JsonObject().WithNulls(
        "access_activity_log billing_address cancellation_policy cancellation_policy_disclosure cancellation_rebuttal customer_communication "
        + "customer_email_address customer_name customer_purchase_ip customer_signature duplicate_charge_documentation duplicate_charge_explanation "
        + "duplicate_charge_id product_description receipt refund_policy refund_policy_disclosure refund_refusal_explanation service_date "
        + "service_documentation shipping_address shipping_carrier shipping_date shipping_documentation shipping_tracking_number uncategorized_file uncategorized_text");
}
