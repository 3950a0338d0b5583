namespace Stripe;

public class AccountCompany : StripeEntity<AccountCompany>
{
    public Address? Address { get; set; }

    public string? Name { get; set; }

    public string? Phone { get; set; }

    public string? Structure { get; set; }

    public bool TaxIdProvided { get; set; }

    public bool VatIdProvided { get; set; }
}
