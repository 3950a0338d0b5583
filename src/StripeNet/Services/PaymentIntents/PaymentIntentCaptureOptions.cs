namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/payment_intents/capture.</summary>
public class PaymentIntentCaptureOptions : BaseOptions
{
    public long? AmountToCapture { get; set; }

    /// <summary>In minor units of the currency.</summary>
    public long? ApplicationFeeAmount { get; set; }

    public bool? FinalCapture { get; set; }

    public Dictionary<string, string>? Metadata { get; set; }

    public string? StatementDescriptor { get; set; }

    public string? StatementDescriptorSuffix { get; set; }

    public PaymentIntentTransferDataOptions? TransferData { get; set; }
}
