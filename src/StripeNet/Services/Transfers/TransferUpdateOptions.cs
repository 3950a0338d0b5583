namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/transfers/update.</summary>
public class TransferUpdateOptions : BaseOptions
{
    public string? Description { get; set; }

    public Dictionary<string, string>? Metadata { get; set; }
}
