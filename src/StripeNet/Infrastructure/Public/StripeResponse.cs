using System.Net;
using System.Net.Http.Headers;

namespace Stripe;

public class StripeResponse(HttpStatusCode statusCode, HttpResponseHeaders? headers, string content)
    : StripeResponseBase(statusCode, headers)
{
    public string Content { get; } = content;

    /// <summary>What Stripe itself says about trying again, if it says anything.</summary>
    internal bool? ShouldRetry => Header("Stripe-Should-Retry") switch
    {
        "true" => true,
        "false" => false,
        _ => null,
    };

    public override string ToString() => $"<{GetType().FullName} status={(int)StatusCode} Request-Id={RequestId} Date={Date:s}>";
}
