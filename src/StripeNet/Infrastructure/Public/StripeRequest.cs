using System.Net.Http.Headers;
using Stripe.Infrastructure.FormEncoding;

namespace Stripe;

/// <summary>One request, complete with headers; its content can be built anew for every try.</summary>
public class StripeRequest
{
    private readonly BaseOptions? options;

    /// <exception cref="StripeException">No API key is known.</exception>
    public StripeRequest(IStripeClient client, HttpMethod method, string path, BaseOptions? options, RequestOptions? requestOptions)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(method);
        this.options = options;
        Method = method;
        Uri = BuildUri(client.ApiBase, method, path, options);
        AuthorizationHeader = new("Bearer", requestOptions?.ApiKey ?? client.ApiKey ?? throw new StripeException("No Stripe API key is set."));
        StripeHeaders["Stripe-Version"] = StripeConfiguration.ApiVersion;
        if (!string.IsNullOrEmpty(requestOptions?.IdempotencyKey))
            StripeHeaders["Idempotency-Key"] = requestOptions.IdempotencyKey;
        if (!string.IsNullOrEmpty(requestOptions?.StripeAccount))
            StripeHeaders["Stripe-Account"] = requestOptions.StripeAccount;
    }

    public HttpMethod Method { get; }

    public Uri Uri { get; }

    public AuthenticationHeaderValue AuthorizationHeader { get; }

    public IDictionary<string, string> StripeHeaders { get; } = new Dictionary<string, string>();

    public HttpContent? Content => Method == HttpMethod.Post ? FormEncoder.CreateHttpContent(options) : null;

    /// <summary>A repeated POST is the same POST only under a key of the caller's own.</summary>
    internal bool CanBeRepeated => Method != HttpMethod.Post || StripeHeaders.ContainsKey("Idempotency-Key");

    public override string ToString() => $"<StripeRequest Method={Method} Uri={Uri}>";

    private static Uri BuildUri(string apiBase, HttpMethod method, string path, BaseOptions? options)
    {
        var query = method == HttpMethod.Post ? "" : FormEncoder.CreateQueryString(options);
        return new Uri(apiBase.TrimEnd('/') + path + (query.Length == 0 ? "" : "?" + query));
    }
}
