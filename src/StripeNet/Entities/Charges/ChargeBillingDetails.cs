namespace Stripe;

/// <summary>Who pays, as the payment method knows it.</summary>
public class ChargeBillingDetails : StripeEntity<ChargeBillingDetails>
{
    public Address? Address { get; set; }

    public string? Email { get; set; }

    public string? Name { get; set; }

    public string? Phone { get; set; }

    public string? TaxId { get; set; }
}
