namespace Stripe;

public class AccountCapabilitiesSepaDebitPaymentsOptions : INestedOptions
{
    public bool? Requested { get; set; }
}
