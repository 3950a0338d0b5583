namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/payment_intents/confirm.</summary>
public class PaymentIntentConfirmOptions : BaseOptions
{
    public List<string>? AllowedPaymentMethodTypes { get; set; }

    public long? AmountToConfirm { get; set; }

    /// <summary><c>automatic</c>, <c>automatic_async</c>, <c>manual</c>.</summary>
    public string? CaptureMethod { get; set; }

    public string? ConfirmationToken { get; set; }

    public bool? ErrorOnRequiresAction { get; set; }

    public List<string>? ExcludedPaymentMethodTypes { get; set; }

    public string? Mandate { get; set; }

    public bool? OffSession { get; set; }

    public string? PaymentMethod { get; set; }

    public List<string>? PaymentMethodTypes { get; set; }

    public string? ReceiptEmail { get; set; }

    public string? ReturnUrl { get; set; }

    /// <summary><c>off_session</c>, <c>on_session</c>.</summary>
    public string? SetupFutureUsage { get; set; }

    public bool? UseStripeSdk { get; set; }
}
