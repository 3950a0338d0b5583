using System.Net;
using System.Net.Http.Headers;

namespace Stripe;

public abstract class StripeResponseBase(HttpStatusCode statusCode, HttpResponseHeaders? headers)
{
    public HttpStatusCode StatusCode { get; } = statusCode;

    public HttpResponseHeaders? Headers { get; } = headers;

    public DateTimeOffset? Date => Headers?.Date;

    /// <summary>The key Stripe kept the answer under; a repeated call with it gets this same answer for at least 24 hours.</summary>
    public string? IdempotencyKey => Header("Idempotency-Key");

    /// <summary><c>req_...</c>, what Stripe's support asks for.</summary>
    public string? RequestId => Header("Request-Id");

    private protected string? Header(string name) =>
        Headers is not null && Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
