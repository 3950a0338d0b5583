namespace Solidarity.StripeSandbox.Payments;

/// <summary>One attempt to take money (https://docs.stripe.com/api/charges/object). Amounts in minor units.</summary>
internal sealed partial class Charge : Resource
{
    public required long Amount { get; init; }

    public required string Currency { get; init; }

    /// <summary>succeeded, pending or failed.</summary>
    public required string Status { get; set; }

    /// <summary>Null for what a transfer brings to a connected account.</summary>
    public string? IntentId { get; init; }

    public PaymentMethodUsed? Method { get; init; }

    public bool Authenticated { get; init; }

    public string? TransactionId { get; set; }

    public PaymentFailure? Failure { get; set; }

    public long AmountRefunded { get; set; }

    /// <summary>What transfers have taken from it, less what came back.</summary>
    public long AmountTransferred { get; set; }

    public string? Customer { get; init; }

    public string? Description { get; set; }

    public string? StatementDescriptorSuffix { get; init; }

    public string? ReceiptEmail { get; init; }

    public string? TransferGroup { get; init; }

    /// <summary>The transfer that brought it, on a connected account.</summary>
    public string? SourceTransfer { get; init; }

    /// <summary>When the giver's bank takes it back, unix seconds of the sandbox clock.</summary>
    public long? DisputedAt { get; init; }

    public string? DisputeId { get; set; }

    public long Refundable => Amount - AmountRefunded;

    public override IEnumerable<(string Name, string? Value)> Keys =>
        [("payment_intent", IntentId), ("transfer_group", TransferGroup), ("customer", Customer)];

    public override long? DueAt => DisputeId is null ? DisputedAt : null;

    public override void FallDue(Work work) => Dispute.Open(work, this);
}
