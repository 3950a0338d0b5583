namespace Stripe;

public class SubscriptionCancelOptions : BaseOptions
{
    public SubscriptionCancellationDetailsOptions? CancellationDetails { get; set; }

    public bool? InvoiceNow { get; set; }

    public bool? Prorate { get; set; }
}
