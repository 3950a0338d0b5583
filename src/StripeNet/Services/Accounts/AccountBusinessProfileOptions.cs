namespace Stripe;

public class AccountBusinessProfileOptions : INestedOptions
{
    public string? Mcc { get; set; }

    public string? Name { get; set; }

    public string? ProductDescription { get; set; }

    public string? SupportEmail { get; set; }

    public string? SupportPhone { get; set; }

    public string? SupportUrl { get; set; }

    public string? Url { get; set; }
}
