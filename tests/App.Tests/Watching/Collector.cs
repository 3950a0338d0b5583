using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Solidarity.App.Tests.Watching;

/// <summary>Receives what is sent by OTLP over HTTP, and keeps it as it came. Strings lie in it in the clear, so that they can be looked for.</summary>
public sealed class Collector : IDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Path, string? ContentType, string Body)> _received = new();

    public Collector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            _received.Enqueue((context.Request.Path, context.Request.ContentType, Encoding.Latin1.GetString(body.ToArray())));
            context.Response.ContentType = "application/x-protobuf";
            context.Response.StatusCode = StatusCodes.Status200OK;
        });
        _app.Start();
        Address = new Uri(_app.Urls.First());
    }

    public Uri Address { get; }

    public IReadOnlyList<(string Path, string? ContentType, string Body)> Received => [.. _received];

    public string All(string path) => string.Concat(_received.Where(r => r.Path == path).Select(r => r.Body));

    public void Dispose() => _app.DisposeAsync().AsTask().GetAwaiter().GetResult();
}
