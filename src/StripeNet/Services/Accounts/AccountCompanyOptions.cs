namespace Stripe;

public class AccountCompanyOptions : INestedOptions
{
    public AddressOptions? Address { get; set; }

    public string? Name { get; set; }

    public string? Phone { get; set; }

    public string? RegistrationNumber { get; set; }

    public string? Structure { get; set; }

    public string? TaxId { get; set; }

    public string? VatId { get; set; }
}
