namespace Solidarity.StripeSandbox.Webhooks;

/// <summary>Where webhooks go: the environment's address, or the one set while running.</summary>
internal sealed class WebhookTarget(Settings settings, Chaos chaos)
{
    private volatile Endpoint current = new(settings.WebhookUrl, settings.WebhookSecret);

    public sealed record Endpoint(string? Url, string? Secret)
    {
        public bool IsSet => !string.IsNullOrEmpty(Url) && !string.IsNullOrEmpty(Secret);
    }

    public Endpoint Current => current;

    public WebhookState StateOfNewEvents =>
        chaos.Now.Paused ? WebhookState.Missed : current.IsSet ? WebhookState.Waiting : WebhookState.None;

    public void Set(string? url, string? secret) => current = new(url, secret);

    /// <summary>After a restart: what was set while running counts where the environment says nothing.</summary>
    public void Restore(WebhookSetting? kept)
    {
        if (!current.IsSet && kept is not null) Set(kept.Url, kept.Secret);
    }
}

/// <summary>Remembers an address set while running.</summary>
internal sealed class WebhookSetting : Resource
{
    public const string TheId = "sandbox:webhook";

    public string? Url { get; set; }

    public string? Secret { get; set; }

    public override bool IsListed => false;
}
