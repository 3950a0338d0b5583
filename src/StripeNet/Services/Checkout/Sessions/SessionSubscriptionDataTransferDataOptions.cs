namespace Stripe.Checkout;

public class SessionSubscriptionDataTransferDataOptions : INestedOptions
{
    public decimal? AmountPercent { get; set; }

    public string? Destination { get; set; }
}
