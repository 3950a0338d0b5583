namespace Stripe;

/// <summary>What the account may do: <c>active</c>, <c>inactive</c> or <c>pending</c> each; null where never asked for.</summary>
public class AccountCapabilities : StripeEntity<AccountCapabilities>
{
    /// <summary><c>active</c>, <c>inactive</c>, <c>pending</c>; Stripe may add others.</summary>
    public string? BancontactPayments { get; set; }

    /// <summary><c>active</c>, <c>inactive</c>, <c>pending</c>; Stripe may add others.</summary>
    public string? CardPayments { get; set; }

    /// <summary><c>active</c>, <c>inactive</c>, <c>pending</c>; Stripe may add others.</summary>
    public string? EpsPayments { get; set; }

    /// <summary><c>active</c>, <c>inactive</c>, <c>pending</c>; Stripe may add others.</summary>
    public string? IdealPayments { get; set; }

    /// <summary><c>active</c>, <c>inactive</c>, <c>pending</c>; Stripe may add others.</summary>
    public string? KlarnaPayments { get; set; }

    /// <summary><c>active</c>, <c>inactive</c>, <c>pending</c>; Stripe may add others.</summary>
    public string? LinkPayments { get; set; }

    /// <summary><c>active</c>, <c>inactive</c>, <c>pending</c>; Stripe may add others.</summary>
    public string? P24Payments { get; set; }

    /// <summary><c>active</c>, <c>inactive</c>, <c>pending</c>; Stripe may add others.</summary>
    public string? SepaBankTransferPayments { get; set; }

    /// <summary><c>active</c>, <c>inactive</c>, <c>pending</c>; Stripe may add others.</summary>
    public string? SepaDebitPayments { get; set; }

    /// <summary><c>active</c>, <c>inactive</c>, <c>pending</c>; Stripe may add others.</summary>
    public string? Transfers { get; set; }
}
