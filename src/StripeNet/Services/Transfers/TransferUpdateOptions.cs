namespace Stripe;

public class TransferUpdateOptions : BaseOptions
{
    public string? Description { get; set; }

    public Dictionary<string, string>? Metadata { get; set; }
}
