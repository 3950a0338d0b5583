namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/transfers/create.</summary>
public class TransferCreateOptions : BaseOptions
{
    /// <summary>In minor units of <see cref="Currency"/>.</summary>
    public long? Amount { get; set; }

    /// <summary>Three letters of ISO 4217, lower case.</summary>
    public string? Currency { get; set; }

    public string? Description { get; set; }

    public string? Destination { get; set; }

    public Dictionary<string, string>? Metadata { get; set; }

    /// <summary>The charge to transfer from: the transfer waits until its money has arrived.</summary>
    public string? SourceTransaction { get; set; }

    /// <summary><c>bank_account</c>, <c>card</c>, <c>fpx</c>.</summary>
    public string? SourceType { get; set; }

    /// <summary>Ties charges and the transfers made from them; our own text.</summary>
    public string? TransferGroup { get; set; }
}
