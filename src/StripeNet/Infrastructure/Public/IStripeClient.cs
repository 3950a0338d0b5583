namespace Stripe;

public interface IStripeClient
{
    string ApiBase { get; }

    string? ApiKey { get; }

    string? ClientId { get; }

    /// <summary>Sends one request and parses the answer.</summary>
    /// <exception cref="StripeException">Stripe refused, or answered something that is not its JSON.</exception>
    Task<T> RequestAsync<T>(
        HttpMethod method,
        string path,
        BaseOptions? options,
        RequestOptions? requestOptions,
        CancellationToken cancellationToken = default)
        where T : IStripeEntity;
}
