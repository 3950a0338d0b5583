namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/payment_intents/create.</summary>
public class PaymentIntentCreateOptions : BaseOptions
{
    public List<string>? AllowedPaymentMethodTypes { get; set; }

    /// <summary>In minor units of <see cref="Currency"/>.</summary>
    public long? Amount { get; set; }

    /// <summary>In minor units of <see cref="Currency"/>.</summary>
    public long? ApplicationFeeAmount { get; set; }

    public PaymentIntentAutomaticPaymentMethodsOptions? AutomaticPaymentMethods { get; set; }

    /// <summary><c>automatic</c>, <c>automatic_async</c>, <c>manual</c>.</summary>
    public string? CaptureMethod { get; set; }

    public bool? Confirm { get; set; }

    /// <summary><c>automatic</c>, <c>manual</c>.</summary>
    public string? ConfirmationMethod { get; set; }

    public string? ConfirmationToken { get; set; }

    /// <summary>Three letters of ISO 4217, lower case.</summary>
    public string? Currency { get; set; }

    public string? Customer { get; set; }

    public string? CustomerAccount { get; set; }

    public string? Description { get; set; }

    public bool? ErrorOnRequiresAction { get; set; }

    public List<string>? ExcludedPaymentMethodTypes { get; set; }

    public Dictionary<string, string>? Metadata { get; set; }

    public bool? OffSession { get; set; }

    public string? OnBehalfOf { get; set; }

    public string? PaymentMethod { get; set; }

    public string? PaymentMethodConfiguration { get; set; }

    public List<string>? PaymentMethodTypes { get; set; }

    public string? ReceiptEmail { get; set; }

    public string? ReturnUrl { get; set; }

    /// <summary><c>off_session</c>, <c>on_session</c>.</summary>
    public string? SetupFutureUsage { get; set; }

    public string? StatementDescriptor { get; set; }

    public string? StatementDescriptorSuffix { get; set; }

    public PaymentIntentTransferDataOptions? TransferData { get; set; }

    /// <summary>Ties charges and the transfers made from them; our own text.</summary>
    public string? TransferGroup { get; set; }

    public bool? UseStripeSdk { get; set; }
}
