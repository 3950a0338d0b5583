namespace Stripe;

/// <summary>Why Stripe refused; also why a payment's last try failed. Source: https://docs.stripe.com/api/errors.</summary>
public class StripeError : StripeEntity<StripeError>
{
    public string? AdviceCode { get; set; }

    public string? Charge { get; set; }

    public string? Code { get; set; }

    public string? DeclineCode { get; set; }

    public string? DocUrl { get; set; }

    public string? Message { get; set; }

    public string? NetworkDeclineCode { get; set; }

    public string? Param { get; set; }

    public PaymentIntent? PaymentIntent { get; set; }

    public string? PaymentMethodType { get; set; }

    public string? RequestLogUrl { get; set; }

    /// <summary><c>api_error</c>, <c>card_error</c>, <c>idempotency_error</c>, <c>invalid_request_error</c>; Stripe may add others.</summary>
    public string Type { get; set; } = null!;

    public string? Error { get; set; }

    public string? ErrorDescription { get; set; }
}
