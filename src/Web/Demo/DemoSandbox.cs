using System.Globalization;
using Solidarity.Payments;

namespace Solidarity.Web.Demo;

/// <summary>What the demo does at the Stripe sandbox that real people do at Stripe: onboard, and pay with a card.</summary>
internal sealed class DemoSandbox(StripeSettings settings) : IDisposable
{
    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false });
    private readonly Uri _base = settings.ApiBase ?? throw new InvalidOperationException("The demo needs the Stripe sandbox: set Stripe:ApiBase to its address.");

    /// <summary>Sets the sandbox's clock; it runs on from there.</summary>
    public Task SetClockAsync(DateTimeOffset to, CancellationToken cancel) =>
        PostAsync(new Uri(_base, "/sandbox/clock"), new() { ["to"] = to.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) }, cancel);

    /// <summary>The real clock and webhooks again, as the site needs them.</summary>
    public async Task BackToPresentAsync(CancellationToken cancel)
    {
        await PostAsync(new Uri(_base, "/sandbox/clock"), new() { ["real"] = "true" }, cancel);
        await HoldWebhooksAsync(false, cancel);
    }

    /// <summary>Webhooks of the past would find no site; the demo reads the events itself.</summary>
    public Task HoldWebhooksAsync(bool hold, CancellationToken cancel) => PostAsync(new Uri(_base, "/sandbox/chaos"), hold ? new() { ["paused"] = "true" } : [], cancel);

    public Task FinishOnboardingAsync(string accountId, CancellationToken cancel) => PostAsync(new Uri(_base, $"/sandbox/accounts/{accountId}"),
        new() { ["transfers"] = "active", ["payouts_enabled"] = "true", ["details_submitted"] = "true" }, cancel);

    /// <summary>Sends what is available to the account's bank.</summary>
    public Task PayOutAsync(string accountId, CancellationToken cancel) => PostAsync(new Uri(_base, "/sandbox/payouts"), new() { ["account"] = accountId }, cancel);

    /// <summary>Fills in the card form of the checkout page as a giver does. A declined card shows the page again, with a status in the 400s.</summary>
    public Task PayAsync(Uri checkout, string card, string email, CancellationToken cancel) =>
        PostAsync(checkout, new() { ["card_number"] = card, ["exp"] = "12/40", ["cvc"] = "123", ["email"] = email }, cancel, worst: 500);

    public void Dispose() => _http.Dispose();

    private async Task PostAsync(Uri address, Dictionary<string, string> fields, CancellationToken cancel, int worst = 400)
    {
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await _http.PostAsync(address, content, cancel);
        if ((int)answer.StatusCode >= worst)
            throw new HttpRequestException($"The sandbox answered {(int)answer.StatusCode} at {address}: {await answer.Content.ReadAsStringAsync(cancel)}");
    }
}
