namespace Stripe;

public class AccountCapabilitiesSepaBankTransferPaymentsOptions : INestedOptions
{
    public bool? Requested { get; set; }
}
