using System.Net.Http.Json;
using System.Text.Json;

namespace Solidarity.Browser.Tests.Running;

/// <summary>A campaign's totals, in minor units.</summary>
internal sealed record Totals(long Raised, long Donations);

/// <summary>The site's JSON API, to compare what pages say with.</summary>
internal sealed class SiteApi(Uri site) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = site };

    public async Task<Totals> TotalsAsync(string campaign) => (await _http.GetFromJsonAsync<Totals>($"/api/v1/campaigns/{campaign}"))!;

    public async Task<string> StatusAsync(string token) => (await GiftAsync(token)).GetProperty("status").GetString()!;

    /// <summary>How often something happened to a gift: "paid", "receiptSent".</summary>
    public async Task<int> TimesAsync(string token, string what) =>
        (await GiftAsync(token)).GetProperty("trace").EnumerateArray().Count(step => step.GetProperty("what").GetString() == what);

    public void Dispose() => _http.Dispose();

    private Task<JsonElement> GiftAsync(string token) => _http.GetFromJsonAsync<JsonElement>($"/api/v1/gifts/{token}");
}
