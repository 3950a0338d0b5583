namespace Stripe;

public class AccountCapabilitiesBancontactPaymentsOptions : INestedOptions
{
    public bool? Requested { get; set; }
}
