using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Solidarity.Sandbox.Tests.Webhooks;

/// <summary>A site that takes webhooks on a free port and answers as told.</summary>
public sealed class Receiver : IAsyncDisposable
{
    public const string Secret = "whsec_test";

    private readonly ConcurrentQueue<Received> received = new();
    private readonly WebApplication app;

    private Receiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapPost("/hook", Take);
    }

    /// <summary>The status to answer; 200 unless told otherwise.</summary>
    public Func<Received, int> Answer { get; set; } = _ => 200;

    public string Url { get; private set; } = "";

    public IReadOnlyList<Received> All => [.. received];

    public static async Task<Receiver> Start()
    {
        var receiver = new Receiver();
        await receiver.app.StartAsync();
        var address = receiver.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        receiver.Url = address + "/hook";
        return receiver;
    }

    /// <summary>Waits until what was received is as wished, or a minute is over.</summary>
    public async Task<IReadOnlyList<Received>> Until(Func<IReadOnlyList<Received>, bool> wished)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!wished(All)) await Task.Delay(20, deadline.Token);
        return All;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> Take(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync();
        var one = new Received(request.Headers["Stripe-Signature"].ToString(), body, JsonNode.Parse(body)!);
        var status = Answer(one);
        received.Enqueue(one);
        return Results.StatusCode(status);
    }
}

public sealed record Received(string Signature, string Body, JsonNode Event)
{
    public string Id => (string)Event["id"]!;

    public string Type => (string)Event["type"]!;
}
