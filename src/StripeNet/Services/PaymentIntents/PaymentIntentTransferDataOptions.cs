namespace Stripe;

public class PaymentIntentTransferDataOptions : INestedOptions
{
    /// <summary>In minor units of the currency.</summary>
    public long? Amount { get; set; }

    public string? Description { get; set; }

    public string? Destination { get; set; }

    public Dictionary<string, string>? Metadata { get; set; }
}
