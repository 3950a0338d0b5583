namespace Stripe.Checkout;

/// <summary>What the giver typed on Stripe's page; null until then.</summary>
public class SessionCustomerDetails : StripeEntity<SessionCustomerDetails>
{
    public Address? Address { get; set; }

    public string? BusinessName { get; set; }

    public string? Email { get; set; }

    public string? IndividualName { get; set; }

    public string? Name { get; set; }

    public string? Phone { get; set; }

    /// <summary><c>exempt</c>, <c>none</c>, <c>reverse</c>; Stripe may add others.</summary>
    public string? TaxExempt { get; set; }
}
