using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Solidarity.Sandbox.Tests.Control;

/// <summary>A sandbox in a process of its own, killed without warning in the middle of its work.</summary>
public sealed class KillTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sandbox").FullName;
    private readonly Uri address = new($"http://localhost:{FreePort()}");
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private Process? process;

    public void Dispose()
    {
        process?.Kill();
        process?.WaitForExit();
        process?.Dispose();
        client.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task What_was_answered_is_kept_and_the_books_are_whole()
    {
        var paid = new ConcurrentBag<string>();
        await Start();
        var givers = Enumerable.Range(0, 4).Select(_ => GiveUntilItDies(paid)).ToList();
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (paid.Count < 60) await Task.Delay(5, deadline.Token);
        process!.Kill();
        await process.WaitForExitAsync();
        await Task.WhenAll(givers);
        await Start();

        var stripe = Stripe();
        foreach (var id in paid) Assert.Equal("paid", (await stripe.Get($"/v1/checkout/sessions/{id}")).Ok().Text("payment_status"));
        var complete = new List<JsonNode>();
        for (string? after = null; ;)
        {
            var page = (await stripe.Get("/v1/checkout/sessions", [("limit", "100"), ("status", "complete"), .. after is null ? [] : new[] { ("starting_after", after) }])).Ok();
            complete.AddRange(page.Data);
            if (!(bool)page["has_more"]!) break;
            after = (string)page.Data[^1]["id"]!;
        }

        var books = JsonNode.Parse(await client.GetStringAsync(new Uri(address, "/sandbox/books")))!;
        var booked = books["transactions"]!.AsArray().Select(entry => (string)entry!["payment_intent"]!).ToList();
        Assert.Equal(complete.Select(session => (string)session["payment_intent"]!).Order(), booked.Order());
        Assert.Equal(1945L * booked.Count, (long)books["balances"]!["eur"]!);
    }

    private async Task GiveUntilItDies(ConcurrentBag<string> paid)
    {
        try
        {
            while (true)
            {
                var session = (await Stripe().Post("/v1/checkout/sessions", Journey.SessionFields())).Ok();
                using var form = StripeApi.Form(("card_number", Journey.Visa), ("exp", "12/34"), ("cvc", "123"), ("email", "giver@example.org"));
                using var page = await client.PostAsync(new Uri(session.Text("url")), form);
                if (page.StatusCode == HttpStatusCode.SeeOther) paid.Add(session.Id);
            }
        }
        catch (Exception cut) when (cut is HttpRequestException or IOException)
        {
            // The process is gone, as it should be.
        }
    }

    private StripeApi Stripe() => new(new HttpClient { BaseAddress = address });

    private async Task Start()
    {
        process?.Dispose();
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location]) { WorkingDirectory = folder };
        start.Environment["SOLIDARITY_SANDBOX_PORT"] = $"{address.Port}";
        start.Environment["SANDBOX_DATA"] = Path.Combine(folder, "data");
        process = Process.Start(start)!;
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!await Answers(deadline.Token)) await Task.Delay(50, deadline.Token);
    }

    private async Task<bool> Answers(CancellationToken stop)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(address, "/sandbox/health"), stop);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
