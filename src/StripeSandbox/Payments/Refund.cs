namespace Solidarity.StripeSandbox.Payments;

/// <summary>Money given back (https://docs.stripe.com/api/refunds/object). Amount in minor units; Stripe keeps its fee.</summary>
internal sealed class Refund : Resource
{
    public required long Amount { get; init; }

    public required string Currency { get; init; }

    public required string ChargeId { get; init; }

    public string? IntentId { get; init; }

    public string? MethodId { get; init; }

    public bool IsToCard { get; init; }

    public string? Reason { get; init; }

    /// <summary>succeeded, pending or failed.</summary>
    public required string Status { get; set; }

    public string? TransactionId { get; set; }

    /// <summary>What brought the money back to the platform, once it failed.</summary>
    public string? FailureTransactionId { get; set; }

    /// <summary>The reversal of the platform's that it is on a connected account.</summary>
    public string? SourceReversalId { get; set; }

    public bool WillFail { get; init; }

    /// <summary>When a pending one succeeds, or a doomed one fails, unix seconds of the sandbox clock.</summary>
    public long? SettlesAt { get; init; }

    public override IEnumerable<(string Name, string? Value)> Keys => [("charge", ChargeId), ("payment_intent", IntentId)];

    public override long? DueAt => Status == "pending" || (WillFail && Status == "succeeded") ? SettlesAt : null;

    public static Refund Make(Work work, Charge charge, long amount, string? reason, Dictionary<string, string> metadata)
    {
        var toCard = charge.Method?.IsCard ?? true;
        var willFail = toCard && charge.Method is { } method && TestCard.Of(method.Number).Behaviour == CardBehaviour.FailsRefunds;
        var refund = work.Save(new Refund
        {
            Id = Ids.New(toCard ? "re_" : "pyr_"),
            Account = charge.Account,
            Created = work.Now,
            Amount = amount,
            Currency = charge.Currency,
            ChargeId = charge.Id,
            IntentId = charge.IntentId,
            MethodId = charge.Method?.Id,
            IsToCard = toCard,
            Reason = reason,
            Metadata = metadata,
            Status = toCard ? "succeeded" : "pending",
            WillFail = willFail,
            SettlesAt = toCard && !willFail ? null : work.Now + work.Settings.SepaSeconds,
        });
        // What has not yet become available is given back from what has not yet become available.
        var available = Math.Max(work.Now, work.Store.Find<BalanceTransaction>(charge.TransactionId)?.AvailableOn ?? 0);
        refund.TransactionId = work.Book(
            charge.Account, toCard ? "refund" : "payment_refund", "refund", -amount, charge.Currency, refund.Id,
            description: charge.Description is null ? "REFUND" : $"REFUND FOR CHARGE ({charge.Description})", availableOn: available).Id;
        charge.AmountRefunded += amount;
        work.Save(charge);
        work.Emit("refund.created", work.Save(refund));
        work.Emit("charge.refunded", charge);
        return refund;
    }

    public override void FallDue(Work work)
    {
        if (WillFail) Fail(work);
        else Status = "succeeded";
        work.Emit("refund.updated", work.Save(this));
    }

    /// <summary>The bank could not take it: the money is with the platform again (https://docs.stripe.com/refunds#failed-refunds).</summary>
    private void Fail(Work work)
    {
        Status = "failed";
        FailureTransactionId = work.Book(Account, "refund_failure", "refund_failure", Amount, Currency, Id, description: "REFUND FAILURE").Id;
        var charge = work.Store.Get<Charge>(ChargeId);
        charge.AmountRefunded -= Amount;
        work.Save(charge);
        work.Emit("refund.failed", work.Save(this));
    }

    public override JsonObject Render(View view) => WithFailure(new JsonObject
    {
        ["id"] = Id,
        ["object"] = "refund",
        ["amount"] = Amount,
        ["balance_transaction"] = TransactionId,
        ["charge"] = ChargeId,
        ["created"] = Created,
        ["currency"] = Currency,
        ["destination_details"] = IsToCard
            ? new JsonObject { ["card"] = new JsonObject { ["type"] = "refund" }, ["type"] = "card" }
            : new JsonObject { ["type"] = "sepa_debit" },
        ["metadata"] = Json.Of(Metadata),
        ["payment_intent"] = IntentId,
        ["payment_method"] = MethodId,
        ["reason"] = Reason,
        ["source_transfer_reversal"] = SourceReversalId,
        ["status"] = Status,
    }.WithNulls("customer customer_account receipt_number transfer_reversal"));

    private JsonObject WithFailure(JsonObject refund)
    {
        if (FailureTransactionId is null) return refund;
        refund["failure_balance_transaction"] = FailureTransactionId;
        refund["failure_reason"] = "expired_or_canceled_card";
        return refund;
    }
}
