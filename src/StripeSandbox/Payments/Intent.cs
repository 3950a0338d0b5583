namespace Solidarity.StripeSandbox.Payments;

/// <summary>A payment being tried (https://docs.stripe.com/api/payment_intents/object). Amount in minor units.</summary>
internal sealed partial class Intent : Resource
{
    public required long Amount { get; init; }

    public required string Currency { get; init; }

    public string Status { get; set; } = "requires_payment_method";

    public string? SessionId { get; init; }

    public string? Customer { get; init; }

    public string? Description { get; init; }

    public string? StatementDescriptorSuffix { get; init; }

    public string? ReceiptEmail { get; init; }

    public string? TransferGroup { get; init; }

    public List<string> MethodTypes { get; init; } = ["card"];

    public required string ClientSecret { get; init; }

    /// <summary>What it was last tried with.</summary>
    public PaymentMethodUsed? Method { get; set; }

    public string? LatestCharge { get; set; }

    public PaymentFailure? LastError { get; set; }

    public long? CanceledAt { get; set; }

    public string? CancellationReason { get; set; }

    /// <summary>When a direct debit in progress succeeds or fails, unix seconds of the sandbox clock.</summary>
    public long? SettlesAt { get; set; }

    public bool IsOver => Status is "succeeded" or "canceled" or "processing";

    public override IEnumerable<(string Name, string? Value)> Keys => [("customer", Customer)];

    public override long? DueAt => Status == "processing" ? SettlesAt : null;

    public override void FallDue(Work work) => SepaDebit.Settle(work, this);
}

/// <summary>Why a payment did not go through, as <c>last_payment_error</c> shows it.</summary>
internal sealed record PaymentFailure(string Type, string Code, string? DeclineCode, string Message, string? ChargeId);
