namespace Stripe;

public interface IHttpClient
{
    /// <exception cref="HttpRequestException">No connection, after the retries.</exception>
    /// <exception cref="TaskCanceledException">No answer in time, after the retries; or the caller cancelled.</exception>
    Task<StripeResponse> MakeRequestAsync(StripeRequest request, CancellationToken cancellationToken = default);
}
