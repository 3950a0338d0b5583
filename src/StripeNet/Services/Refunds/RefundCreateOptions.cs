namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/refunds/create.</summary>
public class RefundCreateOptions : BaseOptions
{
    /// <summary>In minor units of <see cref="Currency"/>.</summary>
    public long? Amount { get; set; }

    public string? Charge { get; set; }

    /// <summary>Three letters of ISO 4217, lower case.</summary>
    public string? Currency { get; set; }

    public string? Customer { get; set; }

    public string? InstructionsEmail { get; set; }

    public Dictionary<string, string>? Metadata { get; set; }

    /// <summary><c>customer_balance</c>.</summary>
    public string? Origin { get; set; }

    public string? PaymentIntent { get; set; }

    /// <summary><c>duplicate</c>, <c>fraudulent</c>, <c>requested_by_customer</c>.</summary>
    public string? Reason { get; set; }

    public bool? RefundApplicationFee { get; set; }

    public bool? ReverseTransfer { get; set; }
}
