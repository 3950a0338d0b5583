namespace Stripe;

public class RefundDestinationDetails : StripeEntity<RefundDestinationDetails>
{
    public string Type { get; set; } = null!;
}
