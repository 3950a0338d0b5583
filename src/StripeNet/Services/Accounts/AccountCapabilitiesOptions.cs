namespace Stripe;

/// <summary>What the account asks to be allowed.</summary>
public class AccountCapabilitiesOptions : INestedOptions
{
    public AccountCapabilitiesTransfersOptions? Transfers { get; set; }
}
