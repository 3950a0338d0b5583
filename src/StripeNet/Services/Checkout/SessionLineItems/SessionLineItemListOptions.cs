namespace Stripe.Checkout;

/// <summary>Source: https://docs.stripe.com/api/checkout/sessions/line_items.</summary>
public class SessionLineItemListOptions : ListOptions
{
}
