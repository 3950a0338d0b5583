namespace Stripe;

public class AccountCapabilitiesTransfersOptions : INestedOptions
{
    public bool? Requested { get; set; }
}
