using System.Text.Json;
using Stripe.Infrastructure;

namespace Stripe;

/// <summary>The way to Stripe for every service; safe to share between threads.</summary>
public class StripeClient : IStripeClient
{
    private readonly StripeClientOptions options;

    /// <exception cref="ArgumentException">The key is empty or contains white space.</exception>
    public StripeClient(string? apiKey = null, string? clientId = null, IHttpClient? httpClient = null, string? apiBase = null)
        : this(new StripeClientOptions { ApiKey = apiKey, ClientId = clientId, HttpClient = httpClient, ApiBase = apiBase })
    {
    }

    /// <exception cref="ArgumentException">The key is empty or contains white space.</exception>
    public StripeClient(StripeClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.ApiKey is { } key && (key.Length == 0 || key.Any(char.IsWhiteSpace)))
            throw new ArgumentException("The API key must not be empty nor contain white space.", nameof(options));
        this.options = options;
        HttpClient = options.HttpClient ?? new SystemNetHttpClient();
    }

    public static string DefaultApiBase => "https://api.stripe.com";

    public string ApiBase => options.ApiBase ?? DefaultApiBase;

    public string? ApiKey => options.ApiKey;

    public string? ClientId => options.ClientId;

    public IHttpClient HttpClient { get; }

    public async Task<T> RequestAsync<T>(
        HttpMethod method,
        string path,
        BaseOptions? options,
        RequestOptions? requestOptions,
        CancellationToken cancellationToken = default)
        where T : IStripeEntity
    {
        var request = new StripeRequest(this, method, path, options, WithClientDefaults(requestOptions));
        var response = await HttpClient.MakeRequestAsync(request, cancellationToken);
        return Parse<T>(response);
    }

    private RequestOptions WithClientDefaults(RequestOptions? requestOptions) => new()
    {
        ApiKey = requestOptions?.ApiKey ?? options.ApiKey,
        IdempotencyKey = requestOptions?.IdempotencyKey,
        StripeAccount = requestOptions?.StripeAccount ?? options.StripeAccount,
    };

    private static T Parse<T>(StripeResponse response)
        where T : IStripeEntity
    {
        if ((int)response.StatusCode is < 200 or > 299)
            throw StripeException.From(response);
        try
        {
            var entity = JsonUtils.Deserialize<T>(response.Content) ?? throw StripeException.Unreadable(response);
            entity.StripeResponse = response;
            return entity;
        }
        catch (JsonException e)
        {
            throw StripeException.Unreadable(response, e);
        }
    }
}
