namespace Stripe.Checkout;

/// <summary>Handed on to the payment intent of a session in mode <c>payment</c>.</summary>
public class SessionPaymentIntentDataOptions : INestedOptions
{
    /// <summary>In minor units of the currency.</summary>
    public long? ApplicationFeeAmount { get; set; }

    /// <summary><c>automatic</c>, <c>automatic_async</c>, <c>manual</c>.</summary>
    public string? CaptureMethod { get; set; }

    public string? Description { get; set; }

    public Dictionary<string, string>? Metadata { get; set; }

    public string? OnBehalfOf { get; set; }

    public string? ReceiptEmail { get; set; }

    /// <summary><c>off_session</c>, <c>on_session</c>.</summary>
    public string? SetupFutureUsage { get; set; }

    public string? StatementDescriptor { get; set; }

    public string? StatementDescriptorSuffix { get; set; }

    /// <summary>Ties charges and the transfers made from them; our own text.</summary>
    public string? TransferGroup { get; set; }
}
