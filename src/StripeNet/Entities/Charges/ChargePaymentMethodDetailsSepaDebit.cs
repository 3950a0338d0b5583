namespace Stripe;

public class ChargePaymentMethodDetailsSepaDebit : StripeEntity<ChargePaymentMethodDetailsSepaDebit>
{
    public string? BankCode { get; set; }

    public string? BranchCode { get; set; }

    public string? Country { get; set; }

    public string? ExpectedDebitDate { get; set; }

    public string? Fingerprint { get; set; }

    public string? Last4 { get; set; }

    public string? Mandate { get; set; }
}
