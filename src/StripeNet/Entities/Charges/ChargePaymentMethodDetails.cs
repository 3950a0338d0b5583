namespace Stripe;

public class ChargePaymentMethodDetails : StripeEntity<ChargePaymentMethodDetails>
{
    public ChargePaymentMethodDetailsBancontact? Bancontact { get; set; }

    public ChargePaymentMethodDetailsCard? Card { get; set; }

    public ChargePaymentMethodDetailsIdeal? Ideal { get; set; }

    public ChargePaymentMethodDetailsSepaDebit? SepaDebit { get; set; }

    public string Type { get; set; } = null!;
}
