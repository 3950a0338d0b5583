using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Solidarity.Sandbox.Tests;

/// <summary>A sandbox in a process of its own, with a journal in a folder of its own.</summary>
public sealed class SandboxProcess : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sandbox").FullName;
    private readonly HttpClient browser = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private Process? process;

    public Uri Address { get; private set; } = null!;

    public StripeApi Stripe => new(new HttpClient { BaseAddress = Address });

    /// <summary>Starts it, or starts it again on the same journal; a port that somebody else took meanwhile is given up.</summary>
    public async Task Start(params (string Key, string Value)[] environment)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        do
        {
            process?.Dispose();
            Address = new($"http://localhost:{FreePort()}");
            var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location]) { WorkingDirectory = folder };
            start.Environment["SOLIDARITY_SANDBOX_PORT"] = $"{Address.Port}";
            start.Environment["SANDBOX_DATA"] = Path.Combine(folder, "data");
            foreach (var (key, value) in environment) start.Environment[key] = value;
            process = Process.Start(start)!;
        }
        while (!await Answers(deadline.Token));
    }

    /// <summary>As kill -9 does.</summary>
    public async Task Kill()
    {
        process!.Kill();
        await process.WaitForExitAsync();
    }

    public async Task<HttpStatusCode> PayByCard(string url)
    {
        using var form = StripeApi.Form(("card_number", Journey.Visa), ("exp", "12/34"), ("cvc", "123"), ("email", "giver@example.org"));
        using var page = await browser.PostAsync(new Uri(url), form);
        return page.StatusCode;
    }

    public async Task<JsonNode> Look(string path) => JsonNode.Parse(await browser.GetStringAsync(new Uri(Address, "/sandbox/" + path)))!;

    public async Task Control(string path, params (string Name, string Value)[] fields)
    {
        using var form = StripeApi.Form(fields);
        using var answer = await browser.PostAsync(new Uri(Address, "/sandbox/" + path), form);
        answer.EnsureSuccessStatusCode();
    }

    public void Dispose()
    {
        process?.Kill();
        process?.WaitForExit();
        process?.Dispose();
        browser.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Waits until it answers; false when it ended instead.</summary>
    private async Task<bool> Answers(CancellationToken stop)
    {
        while (!process!.HasExited)
        {
            try
            {
                using var answer = await browser.GetAsync(new Uri(Address, "/sandbox/health"), stop);
                if (answer.IsSuccessStatusCode) return !process.HasExited;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(50, stop);
        }

        return false;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
