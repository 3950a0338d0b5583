namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/payment_intents/update.</summary>
public class PaymentIntentUpdateOptions : BaseOptions
{
    public List<string>? AllowedPaymentMethodTypes { get; set; }

    /// <summary>In minor units of <see cref="Currency"/>.</summary>
    public long? Amount { get; set; }

    /// <summary>In minor units of <see cref="Currency"/>.</summary>
    public long? ApplicationFeeAmount { get; set; }

    public string? CaptureMethod { get; set; }

    /// <summary>Three letters of ISO 4217, lower case.</summary>
    public string? Currency { get; set; }

    public string? Customer { get; set; }

    public string? CustomerAccount { get; set; }

    public string? Description { get; set; }

    public List<string>? ExcludedPaymentMethodTypes { get; set; }

    public Dictionary<string, string>? Metadata { get; set; }

    public string? PaymentMethod { get; set; }

    public string? PaymentMethodConfiguration { get; set; }

    public List<string>? PaymentMethodTypes { get; set; }

    public string? ReceiptEmail { get; set; }

    public string? SetupFutureUsage { get; set; }

    public string? StatementDescriptor { get; set; }

    public string? StatementDescriptorSuffix { get; set; }

    public PaymentIntentTransferDataOptions? TransferData { get; set; }

    /// <summary>Ties charges and the transfers made from them; our own text.</summary>
    public string? TransferGroup { get; set; }
}
