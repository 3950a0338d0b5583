namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/customers/update.</summary>
public class CustomerUpdateOptions : BaseOptions
{
    public AddressOptions? Address { get; set; }

    public string? Description { get; set; }

    public string? Email { get; set; }

    public Dictionary<string, string>? Metadata { get; set; }

    public string? Name { get; set; }

    public string? Phone { get; set; }

    public List<string>? PreferredLocales { get; set; }
}
