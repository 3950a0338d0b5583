using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Solidarity.Faults.Running;

/// <summary>A balance transaction of the sandbox's books.</summary>
internal sealed record Booked(
    string Id, string Type, long Amount, long Fee, long Net, string Currency, string? Source, string? Charge, Dictionary<string, string> Metadata)
{
    public Guid? Donation => Metadata.TryGetValue("donation", out var id) ? Guid.Parse(id) : null;

    public bool IsPayment => Type is "charge" or "payment";
}

internal sealed record Books(Dictionary<string, long> Balances, List<Booked> Transactions)
{
    public IEnumerable<Booked> Payments => Transactions.Where(t => t.IsPayment);

    public IEnumerable<Booked> Transfers => Transactions.Where(t => t.Type == "transfer");
}

/// <summary>The Stripe sandbox, in a process of its own.</summary>
internal sealed class Sandbox(string folder) : IAsyncDisposable
{
    public const string Key = "sk_test_faults";
    public const string Secret = "whsec_faults";

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, NumberHandling = JsonNumberHandling.Strict };

    private readonly Port _port = Port.Claim();
    private readonly HttpClient _http = new() { DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", Key) } };
    private Started? _program;

    public Uri Address => new($"http://127.0.0.1:{_port.Number}");

    /// <param name="site">Where webhooks go.</param>
    public async Task StartAsync(Uri site)
    {
        _program = Started.Program("StripeSandbox", new Dictionary<string, string>
        {
            ["SOLIDARITY_SANDBOX_PORT"] = _port.Number.ToString(CultureInfo.InvariantCulture),
            ["SANDBOX_PUBLIC_URL"] = Address.ToString().TrimEnd('/'),
            ["SANDBOX_DATA"] = Path.Combine(folder, "sandbox"),
            ["SANDBOX_WEBHOOK_URL"] = new Uri(site, "/webhooks/stripe").ToString(),
            ["SANDBOX_WEBHOOK_SECRET"] = Secret,
            ["SANDBOX_SEPA_SECONDS"] = "4",
            ["SANDBOX_DISPUTE_SECONDS"] = "2",
        });
        for (var tries = 0; tries < 600 && _program.IsRunning; tries++)
        {
            try
            {
                using var answer = await _http.GetAsync(new Uri(Address, "/sandbox/health"));
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100);
            }
        }

        throw new InvalidOperationException($"The sandbox did not start:\n{_program.Said}");
    }

    /// <summary>Silent, with all its connections open, until <see cref="ResumeAsync"/>.</summary>
    public Task PauseAsync() => _program!.PauseAsync();

    public Task ResumeAsync() => _program!.ResumeAsync();

    public async Task StopAsync()
    {
        await _program!.StopAsync();
        _program.Dispose();
        _program = null;
    }

    /// <summary>Says what goes wrong from now on; nothing given is nothing wrong.</summary>
    public Task ChaosAsync(Dictionary<string, string>? wrong = null) => PostAsync("/sandbox/chaos", wrong ?? []);

    /// <summary>A partner that has told Stripe everything and can be paid.</summary>
    public async Task<string> OnboardAsync()
    {
        var account = await PostAsync("/v1/accounts", new() { ["type"] = "express", ["country"] = "BE", ["email"] = "partner@mail.example", ["capabilities[transfers][requested]"] = "true" });
        var id = account.GetProperty("id").GetString()!;
        await PostAsync($"/sandbox/accounts/{id}", new() { ["transfers"] = "active", ["payouts_enabled"] = "true", ["details_submitted"] = "true" });
        return id;
    }

    /// <summary>As somebody in Stripe's own dashboard does.</summary>
    /// <param name="amount">Null for all that is left.</param>
    public Task RefundAsync(string charge, long? amount, string key)
    {
        var fields = new Dictionary<string, string> { ["charge"] = charge };
        if (amount is { } part)
            fields["amount"] = part.ToString(CultureInfo.InvariantCulture);
        return PostAsync("/v1/refunds", fields, key);
    }

    /// <summary>The bank's last word on a dispute.</summary>
    public Task DecideAsync(string dispute, bool won) => PostAsync($"/sandbox/disputes/{dispute}", new() { ["status"] = won ? "won" : "lost" });

    public async Task<Books> BooksAsync()
    {
        var text = await _http.GetStringAsync(new Uri(Address, "/sandbox/books"));
        return JsonSerializer.Deserialize<Books>(text, Json)!;
    }

    /// <summary>Webhooks that have not been delivered yet, duplicates among them.</summary>
    public async Task<int> WebhooksWaitingAsync()
    {
        using var health = JsonDocument.Parse(await _http.GetStringAsync(new Uri(Address, "/sandbox/health")));
        return health.RootElement.GetProperty("webhooks_waiting").GetInt32();
    }

    public async ValueTask DisposeAsync()
    {
        if (_program is not null)
            await StopAsync();
        _http.Dispose();
        _port.Dispose();
    }

    private async Task<JsonElement> PostAsync(string path, Dictionary<string, string> fields, string? key = null)
    {
        while (true)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Address, path)) { Content = new FormUrlEncodedContent(fields) };
            if (key is not null)
                request.Headers.Add("Idempotency-Key", key);
            try
            {
                using var answer = await _http.SendAsync(request);
                var text = await answer.Content.ReadAsStringAsync();
                if (answer.IsSuccessStatusCode)
                    return JsonDocument.Parse(text).RootElement.Clone();
                if (key is null || (int)answer.StatusCode is < 500 and not 429)
                    throw new InvalidOperationException($"The sandbox answered {(int)answer.StatusCode} to {path}: {text}");
            }
            catch (HttpRequestException) when (key is not null)
            {
                // Asked again with the same key, as after any other lost answer.
            }

            await Task.Delay(100);
        }
    }
}
