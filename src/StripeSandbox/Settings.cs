namespace Solidarity.StripeSandbox;

/// <summary>What the environment says: one property a variable, named beside it.</summary>
internal sealed class Settings(IConfiguration config)
{
    /// <summary>SOLIDARITY_SANDBOX_PORT: where the sandbox listens on 127.0.0.1; 0 takes any free port.</summary>
    public int Port { get; } = Whole(config, "SOLIDARITY_SANDBOX_PORT", 12111);

    /// <summary>SANDBOX_PUBLIC_URL: what the printed addresses begin with; null when only a request can tell (port 0).</summary>
    public string? PublicUrl { get; set; } = Given(config, "SANDBOX_PUBLIC_URL")?.TrimEnd('/') ?? FromPort(config);

    /// <summary>SANDBOX_DATA: the folder of the journal; an empty string keeps everything in memory.</summary>
    public string DataFolder { get; } = config["SANDBOX_DATA"] ?? "data/sandbox";

    /// <summary>SANDBOX_WEBHOOK_URL: where events are posted; null for nowhere.</summary>
    public string? WebhookUrl { get; } = Given(config, "SANDBOX_WEBHOOK_URL");

    /// <summary>SANDBOX_WEBHOOK_SECRET: signs what is posted (Stripe's begin with whsec_).</summary>
    public string? WebhookSecret { get; } = Given(config, "SANDBOX_WEBHOOK_SECRET");

    /// <summary>SANDBOX_SEPA_SECONDS: how long a direct debit stays in progress, by the sandbox clock.</summary>
    public int SepaSeconds { get; } = Whole(config, "SANDBOX_SEPA_SECONDS", 20);

    /// <summary>SANDBOX_DISPUTE_SECONDS: how long after the payment the disputed test card is disputed.</summary>
    public int DisputeSeconds { get; } = Whole(config, "SANDBOX_DISPUTE_SECONDS", 5);

    private static string? FromPort(IConfiguration config) =>
        Whole(config, "SOLIDARITY_SANDBOX_PORT", 12111) is var port and not 0 ? $"http://localhost:{port}" : null;

    private static string? Given(IConfiguration config, string key) =>
        string.IsNullOrWhiteSpace(config[key]) ? null : config[key];

    private static int Whole(IConfiguration config, string key, int otherwise) => Given(config, key) switch
    {
        null => otherwise,
        var text when int.TryParse(text, out var number) && number >= 0 => number,
        var text => throw new InvalidOperationException($"{key} must be a whole number, but is '{text}'."),
    };
}
