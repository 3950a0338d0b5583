using System.Globalization;
using System.Text.Json;

namespace Solidarity.Browser.Tests.Running;

/// <summary>What the sandbox lets tests do that nobody can at Stripe.</summary>
internal sealed class SandboxControl(Uri address, Uri site, string secret) : IDisposable
{
    /// <summary>Nothing listens there: webhooks fail and are tried again.</summary>
    private const string Nowhere = "http://127.0.0.1:9/";

    private readonly HttpClient _http = new();

    public static string WebhookOf(Uri site) => new Uri(site, "/webhooks/stripe").ToString();

    /// <summary>From now until it is disposed of, no webhook reaches the site. Those that happen meanwhile arrive afterwards.</summary>
    public async Task<IAsyncDisposable> HoldWebhooksAsync()
    {
        await SetWebhookAsync(Nowhere);
        return new Afterwards(() => SetWebhookAsync(WebhookOf(site)));
    }

    /// <summary>The sandbox's clock is ahead by that much until it is disposed of.</summary>
    public async Task<IAsyncDisposable> ClockAheadAsync(TimeSpan by)
    {
        await PostAsync("/sandbox/clock", new() { ["advance"] = ((long)by.TotalSeconds).ToString(CultureInfo.InvariantCulture) });
        return new Afterwards(() => PostAsync("/sandbox/clock", new() { ["real"] = "true" }));
    }

    /// <summary>How many charges that took money belong to gifts whose payer gave this address; by the sandbox's own list of charges.</summary>
    public async Task<int> ChargesOfAsync(string email)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, "/v1/charges?limit=100"));
        request.Headers.Add("Authorization", "Bearer sk_test_browser");
        using var answer = await _http.SendAsync(request);
        using var list = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return list.RootElement.GetProperty("data").EnumerateArray().Count(charge =>
            charge.GetProperty("paid").GetBoolean() && charge.GetProperty("status").GetString() == "succeeded"
            && charge.GetProperty("billing_details").GetProperty("email").GetString() == email);
    }

    public async Task<bool> HasDeliveredAllAsync()
    {
        using var health = JsonDocument.Parse(await _http.GetStringAsync(new Uri(address, "/sandbox/health")));
        return health.RootElement.GetProperty("webhooks_waiting").GetInt32() == 0;
    }

    public void Dispose() => _http.Dispose();

    private Task SetWebhookAsync(string url) => PostAsync("/sandbox/webhook", new() { ["url"] = url, ["secret"] = secret });

    private async Task PostAsync(string path, Dictionary<string, string> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await _http.PostAsync(new Uri(address, path), content);
        answer.EnsureSuccessStatusCode();
    }

    private sealed class Afterwards(Func<Task> action) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => new(action());
    }
}
