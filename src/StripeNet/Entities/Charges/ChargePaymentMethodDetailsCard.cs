namespace Stripe;

public class ChargePaymentMethodDetailsCard : StripeEntity<ChargePaymentMethodDetailsCard>
{
    public string? Brand { get; set; }

    public string? Country { get; set; }

    public long ExpMonth { get; set; }

    public long ExpYear { get; set; }

    /// <summary>The same for one card number in one Stripe account, whoever uses it.</summary>
    public string? Fingerprint { get; set; }

    public string? Funding { get; set; }

    public string? Last4 { get; set; }

    public string? Network { get; set; }
}
