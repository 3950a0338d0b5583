namespace Stripe.Checkout;

/// <summary>Source: https://docs.stripe.com/api/checkout/sessions/create.</summary>
public class SessionCreateOptions : BaseOptions
{
    public bool? AllowPromotionCodes { get; set; }

    /// <summary><c>auto</c>, <c>required</c>.</summary>
    public string? BillingAddressCollection { get; set; }

    public string? CancelUrl { get; set; }

    /// <summary>Our own id of what is being paid; up to 200 characters.</summary>
    public string? ClientReferenceId { get; set; }

    /// <summary>Three letters of ISO 4217, lower case.</summary>
    public string? Currency { get; set; }

    public string? Customer { get; set; }

    public string? CustomerAccount { get; set; }

    /// <summary><c>always</c>, <c>if_required</c>.</summary>
    public string? CustomerCreation { get; set; }

    public string? CustomerEmail { get; set; }

    public List<string>? ExcludedPaymentMethodTypes { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? ExpiresAt { get; set; }

    public string? IntegrationIdentifier { get; set; }

    public List<SessionLineItemOptions>? LineItems { get; set; }

    public string? Locale { get; set; }

    public Dictionary<string, string>? Metadata { get; set; }

    /// <summary><c>payment</c>, <c>setup</c>, <c>subscription</c>.</summary>
    public string? Mode { get; set; }

    /// <summary><c>mobile_app</c>, <c>web</c>.</summary>
    public string? OriginContext { get; set; }

    public SessionPaymentIntentDataOptions? PaymentIntentData { get; set; }

    /// <summary><c>always</c>, <c>if_required</c>.</summary>
    public string? PaymentMethodCollection { get; set; }

    public string? PaymentMethodConfiguration { get; set; }

    public List<string>? PaymentMethodTypes { get; set; }

    /// <summary><c>always</c>, <c>if_required</c>, <c>never</c>.</summary>
    public string? RedirectOnCompletion { get; set; }

    public string? ReturnUrl { get; set; }

    /// <summary><c>auto</c>, <c>book</c>, <c>donate</c>, <c>pay</c>, <c>subscribe</c>.</summary>
    public string? SubmitType { get; set; }

    public string? SuccessUrl { get; set; }

    /// <summary><c>elements</c>, <c>embedded_page</c>, <c>form</c>, <c>hosted_page</c>.</summary>
    public string? UiMode { get; set; }
}
