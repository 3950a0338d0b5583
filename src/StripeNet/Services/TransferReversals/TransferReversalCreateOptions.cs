namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/transfer_reversals/create.</summary>
public class TransferReversalCreateOptions : BaseOptions
{
    /// <summary>In minor units of the currency.</summary>
    public long? Amount { get; set; }

    public string? Description { get; set; }

    public Dictionary<string, string>? Metadata { get; set; }

    public bool? RefundApplicationFee { get; set; }
}
