extern alias sandbox;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Solidarity.Payments.Tests.Running;

/// <summary>Tests share one sandbox and run one after the other; each begins with an empty one.</summary>
[CollectionDefinition(Name)]
public sealed class WithSandbox : ICollectionFixture<StripeSandbox>
{
    public const string Name = "sandbox";
}

/// <summary>The real sandbox on a free port, its state in memory, sending no webhooks: the tests take the events in themselves.</summary>
public sealed class StripeSandbox : IDisposable
{
    private readonly Host _host = new();
    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });

    public StripeSandbox()
    {
        // Without a port: the factory would set it while the program, on its own thread, may have started already.
        _host.UseKestrel();
        _host.StartServer();
        Address = new Uri(_host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public Uri Address { get; }

    /// <summary>Posts to one of the sandbox's own addresses.</summary>
    public async Task<JsonNode> ControlAsync(string path, params (string Name, object Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, $"{f.Value}")));
        using var answer = await _http.PostAsync(new Uri(Address, "/sandbox/" + path), form);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }

    public Task PayAsync(Uri checkout, string card) => PostAsync(checkout, new() { ["card_number"] = card, ["exp"] = "12/40", ["cvc"] = "123", ["email"] = "ann@example.org" });

    /// <summary>Chooses how a partner's onboarding ends.</summary>
    /// <returns>Where the browser is sent to then.</returns>
    public async Task<Uri?> EndOnboardingAsync(Uri link, string end)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("end", end)]);
        using var answer = await _http.PostAsync(link, form);
        return answer.Headers.Location;
    }

    /// <summary>The ids of all connected accounts.</summary>
    public async Task<string[]> AccountsAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Address, "/v1/accounts?limit=100")) { Headers = { { "Authorization", "Bearer sk_test_x" } } };
        using var answer = await _http.SendAsync(request);
        return [.. JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["data"]!.AsArray().Select(a => (string)a!["id"]!)];
    }

    /// <summary>Stripe's own books of the platform.</summary>
    public async Task<JsonNode> BooksAsync() => JsonNode.Parse(await _http.GetStringAsync(new Uri(Address, "/sandbox/books")))!;

    /// <summary>What lies on a connected account, in minor units of euros.</summary>
    public async Task<long> BalanceAsync(string account) =>
        (long?)JsonNode.Parse(await _http.GetStringAsync(new Uri(Address, $"/sandbox/books?account={account}")))!["balances"]!["eur"] ?? 0;

    public void Dispose()
    {
        _http.Dispose();
        _host.Dispose();
    }

    private async Task PostAsync(Uri address, Dictionary<string, string> fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await _http.PostAsync(address, form);
        Assert.True((int)answer.StatusCode < 500);
    }

    private sealed class Host : WebApplicationFactory<sandbox::Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            foreach (var (key, value) in new[] { ("SOLIDARITY_SANDBOX_PORT", "0"), ("SANDBOX_DATA", ""), ("SANDBOX_WEBHOOK_URL", ""), ("SANDBOX_SEPA_SECONDS", "60") })
                builder.UseSetting(key, value);
        }
    }
}
