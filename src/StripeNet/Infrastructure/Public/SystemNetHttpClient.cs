using System.Net;
using System.Security.Cryptography;

namespace Stripe;

/// <summary>
/// Sends requests, and sends them again after a lost connection, a timeout, 409 or 5xx (or as <c>Stripe-Should-Retry</c> says).
/// Unlike Stripe.net it invents no idempotency key: a POST for which the caller gave none is never repeated.
/// Source: https://docs.stripe.com/error-low-level#should-retry.
/// </summary>
/// <param name="httpClient">Carries the timeout; shared between calls.</param>
/// <param name="maxNetworkRetries">Tries after the first.</param>
/// <param name="appInfo">Named in the User-Agent.</param>
/// <param name="enableTelemetry">Kept for Stripe.net's signature; nothing is measured nor sent.</param>
public class SystemNetHttpClient(
    System.Net.Http.HttpClient? httpClient = null,
    int maxNetworkRetries = SystemNetHttpClient.DefaultMaxNumberRetries,
    AppInfo? appInfo = null,
    bool enableTelemetry = false) : IHttpClient
{
    public const int DefaultMaxNumberRetries = 2;

    private static readonly Lazy<System.Net.Http.HttpClient> Shared = new(BuildDefaultSystemNetHttpClient);

    private readonly System.Net.Http.HttpClient httpClient = httpClient ?? Shared.Value;
    private readonly string userAgent = "Solidarity-StripeNet/1" + (appInfo is null ? "" : " " + appInfo.FormatUserAgent());

    public static TimeSpan DefaultHttpTimeout => TimeSpan.FromSeconds(80);

    public static TimeSpan MaxNetworkRetriesDelay => TimeSpan.FromSeconds(5);

    public static TimeSpan MinNetworkRetriesDelay => TimeSpan.FromMilliseconds(500);

    public bool EnableTelemetry { get; } = enableTelemetry;

    public int MaxNetworkRetries { get; } = maxNetworkRetries;

    internal TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Connections are renewed every few minutes, so that a change of address at Stripe is noticed.</summary>
    public static System.Net.Http.HttpClient BuildDefaultSystemNetHttpClient() =>
        new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = DefaultHttpTimeout };

    public async Task<StripeResponse> MakeRequestAsync(StripeRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var tries = request.CanBeRepeated ? MaxNetworkRetries : 0;
        for (var retry = 1; ; retry++)
        {
            TimeSpan? asked = null;
            try
            {
                var (response, retryAfter) = await SendOnceAsync(request, cancellationToken);
                if (retry > tries || !ShouldRetry(response))
                    return response;
                asked = retryAfter;
            }
            catch (Exception e) when (retry <= tries && IsConnectionTrouble(e, cancellationToken))
            {
                // Nothing is lost by asking again: reading changes nothing, and a POST carries its key.
            }

            await Task.Delay(PauseBefore(retry, asked), Clock, cancellationToken);
        }
    }

    private async Task<(StripeResponse Response, TimeSpan? RetryAfter)> SendOnceAsync(StripeRequest request, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(request.Method, request.Uri) { Content = request.Content };
        message.Headers.Authorization = request.AuthorizationHeader;
        message.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        foreach (var (name, value) in request.StripeHeaders)
            message.Headers.Add(name, value);
        using var answer = await httpClient.SendAsync(message, HttpCompletionOption.ResponseContentRead, cancellationToken);
        var content = await answer.Content.ReadAsStringAsync(cancellationToken);
        return (new StripeResponse(answer.StatusCode, answer.Headers, content), answer.Headers.RetryAfter?.Delta);
    }

    private static bool ShouldRetry(StripeResponse response) =>
        response.ShouldRetry ?? (response.StatusCode is HttpStatusCode.Conflict || (int)response.StatusCode >= 500);

    private static bool IsConnectionTrouble(Exception e, CancellationToken cancellationToken) =>
        e is HttpRequestException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    // Doubling from half a second to five, less up to a quarter by lot, so that many callers do not come back at once.
    // A longer pause that Stripe asks for is kept, unless it exceeds a minute: then the caller's own job comes back later.
    private static TimeSpan PauseBefore(int retry, TimeSpan? asked)
    {
        var longest = TimeSpan.FromTicks(Math.Min(MinNetworkRetriesDelay.Ticks << Math.Min(retry - 1, 10), MaxNetworkRetriesDelay.Ticks));
        var pause = longest * ((1000 - RandomNumberGenerator.GetInt32(251)) / 1000.0);
        return asked > pause && asked <= TimeSpan.FromMinutes(1) ? asked.Value : pause;
    }
}
