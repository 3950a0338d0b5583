namespace Stripe;

public class AccountTosAcceptance : StripeEntity<AccountTosAcceptance>
{
    public DateTime? Date { get; set; }

    public string? Ip { get; set; }

    public string? ServiceAgreement { get; set; }

    public string? UserAgent { get; set; }
}
