namespace Stripe;

public class AccountCapabilitiesIdealPaymentsOptions : INestedOptions
{
    public bool? Requested { get; set; }
}
