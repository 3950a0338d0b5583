namespace Stripe.Checkout;

/// <summary>What <see cref="Session.AmountTotal"/> is made of, beside the lines.</summary>
public class SessionTotalDetails : StripeEntity<SessionTotalDetails>
{
    /// <summary>In minor units of the currency.</summary>
    public long AmountDiscount { get; set; }

    /// <summary>In minor units of the currency.</summary>
    public long? AmountShipping { get; set; }

    /// <summary>In minor units of the currency.</summary>
    public long AmountTax { get; set; }
}
