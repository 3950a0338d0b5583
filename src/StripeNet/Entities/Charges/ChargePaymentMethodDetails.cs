namespace Stripe;

/// <summary>How it was paid; one of the parts is set, as <see cref="Type"/> says.</summary>
public class ChargePaymentMethodDetails : StripeEntity<ChargePaymentMethodDetails>
{
    public ChargePaymentMethodDetailsBancontact? Bancontact { get; set; }

    public ChargePaymentMethodDetailsCard? Card { get; set; }

    public ChargePaymentMethodDetailsIdeal? Ideal { get; set; }

    public ChargePaymentMethodDetailsSepaDebit? SepaDebit { get; set; }

    public string Type { get; set; } = null!;
}
