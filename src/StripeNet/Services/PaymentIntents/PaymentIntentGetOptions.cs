namespace Stripe;

public class PaymentIntentGetOptions : BaseOptions
{
    public string? ClientSecret { get; set; }
}
