namespace Stripe;

public class StripeClientOptions
{
    public string? ApiKey { get; set; }

    public string? ClientId { get; set; }

    public IHttpClient? HttpClient { get; set; }

    /// <summary>Another server that speaks Stripe's API, such as the sandbox; default https://api.stripe.com.</summary>
    public string? ApiBase { get; set; }

    /// <summary>The connected account for calls that name none in their <see cref="RequestOptions"/>.</summary>
    public string? StripeAccount { get; set; }
}
