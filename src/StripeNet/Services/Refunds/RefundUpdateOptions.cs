namespace Stripe;

public class RefundUpdateOptions : BaseOptions
{
    public Dictionary<string, string>? Metadata { get; set; }
}
