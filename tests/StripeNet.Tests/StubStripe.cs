using System.Net;
using Stripe;

namespace Solidarity.StripeNet.Tests;

/// <summary>Answers in the order given (the last one again and again) and keeps what was asked.</summary>
internal sealed class StubStripe(params Func<HttpResponseMessage>[] answers) : HttpMessageHandler
{
    public List<(HttpMethod Method, Uri Uri, Dictionary<string, string> Headers, string Body)> Requests { get; } = [];

    public FakeTime Time { get; } = new();

    public StripeClient Client(int retries = SystemNetHttpClient.DefaultMaxNumberRetries, string? stripeAccount = null) =>
        new(new StripeClientOptions
        {
            ApiKey = "sk_test_1",
            StripeAccount = stripeAccount,
            HttpClient = new SystemNetHttpClient(new HttpClient(this), retries, new AppInfo { Name = "Solidarity", Version = "1.0" }) { Clock = Time },
        });

    public static Func<HttpResponseMessage> Json(string json, HttpStatusCode status = HttpStatusCode.OK, params (string, string)[] headers) => () =>
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(json) };
        foreach (var (name, value) in headers)
            response.Headers.TryAddWithoutValidation(name, value);
        return response;
    };

    public static Func<HttpResponseMessage> Fails(Exception e) => () => throw e;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Requests.Add((request.Method, request.RequestUri!, request.Headers.ToDictionary(h => h.Key, h => string.Join(' ', h.Value)), body));
        return answers[Math.Min(Requests.Count, answers.Length) - 1]();
    }
}
