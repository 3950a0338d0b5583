using System.Net;
using System.Net.Http.Headers;

namespace Solidarity.Sandbox.Tests;

/// <summary>A bare client of Stripe's API: names and values as they go over the wire.</summary>
public sealed class StripeApi(HttpClient client)
{
    public string? Account { get; init; }

    public string Key { get; init; } = "sk_test_anything";

    public Task<Reply> Get(string path, params (string Name, string Value)[] query) =>
        Send(new(HttpMethod.Get, path + (query.Length == 0 ? "" : "?" + Encode(query))));

    public Task<Reply> Post(string path, params (string Name, string Value)[] fields) => PostOnce(null, path, fields);

    public Task<Reply> PostOnce(string? idempotencyKey, string path, params (string Name, string Value)[] fields)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = Form(fields) };
        if (idempotencyKey is not null) request.Headers.Add("Idempotency-Key", idempotencyKey);
        return Send(request);
    }

    /// <summary>Pairs in their order; a name may come twice.</summary>
    public static HttpContent Form(params (string Name, string Value)[] fields) =>
        new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    public async Task<Reply> Send(HttpRequestMessage request)
    {
        request.Headers.Authorization ??= new AuthenticationHeaderValue("Bearer", Key);
        if (Account is not null) request.Headers.Add("Stripe-Account", Account);
        using var response = await client.SendAsync(request);
        return new(response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!, response.Headers);
    }

    private static string Encode((string Name, string Value)[] fields) =>
        string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(field.Value)}"));
}

public sealed record Reply(HttpStatusCode Status, JsonNode Body, HttpResponseHeaders Headers)
{
    public JsonNode? this[string field] => Body[field];

    public string Id => Text("id");

    public JsonNode Error => Body["error"]!;

    public string? ErrorCode => (string?)Error["code"];

    public IReadOnlyList<JsonNode> Data => [.. Body["data"]!.AsArray().Select(item => item!)];

    public string Text(string field) => (string)Body[field]!;

    public long Number(string field) => (long)Body[field]!;

    public Reply Ok()
    {
        Assert.True(Status == HttpStatusCode.OK, $"{(int)Status}: {Body.ToJsonString()}");
        return this;
    }

    /// <summary>Checks that it is a refusal of this kind.</summary>
    public Reply Refused(int status, string? code, string? param = null)
    {
        Assert.True((int)Status == status && ErrorCode == code && (param is null || (string?)Error["param"] == param), $"{(int)Status}: {Body.ToJsonString()}");
        return this;
    }
}
