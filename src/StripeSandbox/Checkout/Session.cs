namespace Solidarity.StripeSandbox.Checkout;

/// <summary>One visit to the hosted payment page (https://docs.stripe.com/api/checkout/sessions/object).</summary>
internal sealed partial class Session : Resource
{
    public required string Currency { get; init; }

    public required List<SessionLine> Lines { get; init; }

    public required string SuccessUrl { get; init; }

    public string? CancelUrl { get; init; }

    public required long ExpiresAt { get; init; }

    public string? ClientReferenceId { get; init; }

    public string? Customer { get; init; }

    public string? CustomerEmail { get; init; }

    public string? Locale { get; init; }

    public string? SubmitType { get; init; }

    public required List<string> MethodTypes { get; init; }

    /// <summary>What the payment intent will carry.</summary>
    public IntentData IntentData { get; init; } = new();

    /// <summary>open, complete or expired.</summary>
    public string Status { get; set; } = "open";

    /// <summary>unpaid or paid.</summary>
    public string PaymentStatus { get; set; } = "unpaid";

    /// <summary>Null until somebody tries to pay.</summary>
    public string? IntentId { get; set; }

    public string? PayerEmail { get; set; }

    public string? PayerName { get; set; }

    /// <summary>Minor units.</summary>
    public long Total => Lines.Sum(line => line.Amount);

    public string Path => "/c/pay/" + Id;

    public bool IsOpen => Status == "open";

    public override IEnumerable<(string Name, string? Value)> Keys => [("payment_intent", IntentId), ("customer", Customer)];

    public override long? DueAt => IsOpen ? ExpiresAt : null;

    public override void FallDue(Work work) => Expire(work);

    public string SuccessAddress => SuccessUrl.Replace("{CHECKOUT_SESSION_ID}", Id, StringComparison.Ordinal);

    public void Expire(Work work)
    {
        Status = "expired";
        work.Emit("checkout.session.expired", work.Save(this));
    }

    /// <summary>The giver has done what there is to do: paid, or ordered a direct debit that is still to settle.</summary>
    public void Complete(Work work, Intent intent)
    {
        Status = "complete";
        PaymentStatus = intent.Status == "succeeded" ? "paid" : "unpaid";
        PayerEmail = intent.Method?.Email;
        PayerName = intent.Method?.Name;
        work.Emit("checkout.session.completed", work.Save(this));
    }

    public void DebitSettled(Work work, bool paid)
    {
        if (paid) PaymentStatus = "paid";
        work.Emit(paid ? "checkout.session.async_payment_succeeded" : "checkout.session.async_payment_failed", work.Save(this));
    }
}

/// <summary>What is paid for. Amounts in minor units.</summary>
internal sealed record SessionLine(string Id, string PriceId, string ProductId, string Name, string? Description, long UnitAmount, long Quantity, Dictionary<string, string> Metadata)
{
    public long Amount => UnitAmount * Quantity;
}

/// <summary><c>payment_intent_data</c> of a session.</summary>
internal sealed record IntentData
{
    public Dictionary<string, string> Metadata { get; init; } = [];

    public string? Description { get; init; }

    public string? ReceiptEmail { get; init; }

    public string? StatementDescriptorSuffix { get; init; }

    public string? TransferGroup { get; init; }
}
