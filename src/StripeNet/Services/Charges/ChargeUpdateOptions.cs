namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/charges/update.</summary>
public class ChargeUpdateOptions : BaseOptions
{
    public string? Customer { get; set; }

    public string? Description { get; set; }

    public decimal? ExchangeRate { get; set; }

    public Dictionary<string, string>? Metadata { get; set; }

    public string? ReceiptEmail { get; set; }

    /// <summary>Ties charges and the transfers made from them; our own text.</summary>
    public string? TransferGroup { get; set; }
}
