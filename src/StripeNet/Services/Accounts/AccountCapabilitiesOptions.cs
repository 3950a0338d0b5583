namespace Stripe;

/// <summary>What the account asks to be allowed.</summary>
public class AccountCapabilitiesOptions : INestedOptions
{
    public AccountCapabilitiesBancontactPaymentsOptions? BancontactPayments { get; set; }

    public AccountCapabilitiesCardPaymentsOptions? CardPayments { get; set; }

    public AccountCapabilitiesIdealPaymentsOptions? IdealPayments { get; set; }

    public AccountCapabilitiesSepaBankTransferPaymentsOptions? SepaBankTransferPayments { get; set; }

    public AccountCapabilitiesSepaDebitPaymentsOptions? SepaDebitPayments { get; set; }

    public AccountCapabilitiesTransfersOptions? Transfers { get; set; }
}
