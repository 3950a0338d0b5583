extern alias sandbox;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Solidarity.App.Tests.Site;

/// <summary>The real sandbox on a free port, its state in memory.</summary>
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
    public async Task<JsonNode> ControlAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = Form(fields);
        using var answer = await _http.PostAsync(new Uri(Address, "/sandbox/" + path), form);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }

    public async Task<JsonNode> LookAsync(string path) => JsonNode.Parse(await _http.GetStringAsync(new Uri(Address, path)))!;

    /// <summary>Asks Stripe's API as the platform does.</summary>
    public async Task<JsonNode> ApiAsync(HttpMethod method, string path, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(method, new Uri(Address, "/v1/" + path)) { Content = method == HttpMethod.Get ? null : Form(fields) };
        request.Headers.Authorization = new("Bearer", SiteFixture.ApiKey);
        using var answer = await _http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }

    /// <summary>Fills in the payment page.</summary>
    /// <returns>Where it sends the giver; null where it shows itself again.</returns>
    public Task<Uri?> PayAsync(Uri checkout, string card) => PostAsync(checkout, ("card_number", card), ("exp", "12/40"), ("cvc", "123"), ("email", "giver@example.org"));

    public Task<Uri?> DebitAsync(Uri checkout, string iban) =>
        PostAsync(checkout, ("method", "sepa_debit"), ("iban", iban), ("email", "giver@example.org"), ("name", "A Giver"));

    public async Task<Uri?> PostAsync(Uri address, params (string Name, string Value)[] fields)
    {
        using var form = Form(fields);
        using var answer = await _http.PostAsync(address, form);
        return Browser.Next(address, answer);
    }

    public void Dispose()
    {
        _http.Dispose();
        _host.Dispose();
    }

    private static FormUrlEncodedContent Form((string Name, string Value)[] fields) => new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    private sealed class Host : WebApplicationFactory<sandbox::Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            foreach (var (key, value) in new[] { ("SOLIDARITY_SANDBOX_PORT", "0"), ("SANDBOX_DATA", ""), ("SANDBOX_WEBHOOK_URL", "") })
                builder.UseSetting(key, value);
        }
    }
}
