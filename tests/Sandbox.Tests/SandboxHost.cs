using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Solidarity.Sandbox.Tests;

/// <summary>One sandbox of its own, in this process and in memory unless told otherwise.</summary>
public sealed class SandboxHost : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, string> settings = new()
    {
        ["SOLIDARITY_SANDBOX_PORT"] = "0",
        ["SANDBOX_DATA"] = "",
        ["SANDBOX_WEBHOOK_URL"] = "",
    };

    public static SandboxHost With(params (string Key, string Value)[] changed)
    {
        var host = new SandboxHost();
        foreach (var (key, value) in changed) host.settings[key] = value;
        return host;
    }

    public StripeApi Stripe => new(NewClient());

    /// <summary>A browser that shows redirects instead of following them.</summary>
    public HttpClient NewClient() => CreateClient(new() { AllowAutoRedirect = false });

    /// <summary>Posts to one of the sandbox's own addresses.</summary>
    public async Task<JsonNode> Control(string path, params (string Name, string Value)[] fields)
    {
        using var client = NewClient();
        using var form = StripeApi.Form(fields);
        using var response = await client.PostAsync(new Uri("/sandbox/" + path, UriKind.Relative), form);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    public async Task<JsonNode> Look(string path)
    {
        using var client = NewClient();
        return JsonNode.Parse(await client.GetStringAsync(new Uri("/sandbox/" + path, UriKind.Relative)))!;
    }

    public Task Advance(long seconds) => Control("clock", ("advance", $"{seconds}"));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (key, value) in settings) builder.UseSetting(key, value);
    }
}
