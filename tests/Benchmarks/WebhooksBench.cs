using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Solidarity.Benchmarks.Measuring;
using Solidarity.Benchmarks.Running;

namespace Solidarity.Benchmarks;

/// <summary>Stripe's events, each stored for good before it is answered, against a program that does nothing but insert and commit.</summary>
internal static class WebhooksBench
{
    private const string Name = "webhooks";
    private const string AgainstBare = "one bare insert-and-commit a request, same database settings";

    private static long _events;

    public static async Task RunAsync(Bench bench)
    {
        // The site without jobs and the bare program write into one database, the site with jobs into a copy.
        var (data, busy) = (bench.Copy("webhooks"), bench.Copy("webhooks-with-jobs"));
        await using var storing = await bench.SiteAsync(data, ("Jobs__Enabled", "false"));
        await using var working = await bench.SiteAsync(busy);
        await using var bare = await bench.BareAsync(data);
        var real = await RealEventAsync(bench);
        var rates = await Rounds.RunAsync(
        [
            new("bare insert", bare.Port, Insert),
            new("real event", storing.Port, Events(real, "checkout.session.completed")),
            new("event of no concern", storing.Port, Events(new JsonObject { ["id"] = "prod_1", ["object"] = "product" }, "product.created")),
            new("real event, jobs at work meanwhile", working.Port, Events(real, "checkout.session.completed"), () => DrainedAsync(busy)),
        ]);
        foreach (var name in rates.Keys.Where(n => n != "bare insert"))
            Figure.Print(Name, name, rates.Share(name, "bare insert"), "ratio", AgainstBare + " (bar: at least 0.5)");
        foreach (var (what, values) in rates)
            Figure.Print(Name, $"{what}, median", values.Median(), "requests/s", "16 connections, client on the same machine");
    }

    private static byte[] Insert() => Request("/insert", "", "");

    /// <summary>A checkout session as the demo's givers had it, with all that Stripe tells of one.</summary>
    private static async Task<JsonObject> RealEventAsync(Bench bench)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(bench.Sandbox.Address, "/v1/checkout/sessions?limit=1&status=complete"));
        request.Headers.Authorization = new("Bearer", Faults.Running.Sandbox.Key);
        using var answer = await bench.Http.SendAsync(request);
        return (JsonObject)JsonNode.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!["data"]![0]!.DeepClone();
    }

    private static Func<byte[]> Events(JsonObject about, string type)
    {
        var template = new JsonObject
        {
            ["id"] = "evt_EVENT",
            ["object"] = "event",
            ["api_version"] = "2026-07-29.dahlia",
            ["created"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds(),
            ["data"] = new JsonObject { ["object"] = about.DeepClone() },
            ["livemode"] = false,
            ["pending_webhooks"] = 1,
            ["request"] = new JsonObject { ["id"] = null, ["idempotency_key"] = null },
            ["type"] = type,
        }.ToJsonString();
        return () =>
        {
            var body = template.Replace("evt_EVENT", $"evt_bench{Interlocked.Increment(ref _events):D18}", StringComparison.Ordinal);
            var time = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Bench.Secret), Encoding.UTF8.GetBytes($"{time}.{body}")));
            return Request("/webhooks/stripe", $"Stripe-Signature: t={time},v1={signature}\r\n", body);
        };
    }

    private static byte[] Request(string path, string headers, string body) => Encoding.UTF8.GetBytes(
        $"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n{headers}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");

    private static async Task DrainedAsync(string data)
    {
        var connectionString = new SqliteConnectionStringBuilder { DataSource = Path.Combine(data, "solidarity.db"), Mode = SqliteOpenMode.ReadOnly }.ToString();
        while (true)
        {
            await using var connection = new SqliteConnection(connectionString);
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = """SELECT COUNT(*) FROM "Inbox" WHERE "State" <> 'Done'""";
            if (command.ExecuteScalar() is 0L)
                return;
            await Task.Delay(100);
        }
    }
}
