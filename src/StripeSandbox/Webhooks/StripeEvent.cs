using System.Text.Json;

namespace Solidarity.StripeSandbox.Webhooks;

/// <summary>How far an event's webhook got.</summary>
internal enum WebhookState
{
    /// <summary>No address was set when it happened.</summary>
    None,
    Waiting,
    Delivered,

    /// <summary>Webhooks were paused when it happened: it is never sent.</summary>
    Missed,
}

/// <summary>Something that happened (https://docs.stripe.com/api/events/object).</summary>
internal sealed class StripeEvent : Resource
{
    public required string Type { get; init; }

    /// <summary>The object as it was then.</summary>
    public required JsonElement Data { get; init; }

    public string? RequestId { get; init; }

    public string? IdempotencyKey { get; init; }

    /// <summary>True when it happened in a connected account, whose id it then carries.</summary>
    public bool IsConnected { get; init; }

    public WebhookState Webhook { get; set; }

    public bool IsUndelivered => Webhook is WebhookState.Waiting or WebhookState.Missed;

    public override IEnumerable<(string Name, string? Value)> Keys => [("type", Type)];

    public override JsonObject Render(View view)
    {
        var rendered = new JsonObject
        {
            ["id"] = Id,
            ["object"] = "event",
            ["api_version"] = StripeVersion.Spoken,
            ["created"] = Created,
            ["data"] = new JsonObject { ["object"] = JsonObject.Create(Data) },
            ["livemode"] = false,
            ["pending_webhooks"] = IsUndelivered ? 1 : 0,
            ["request"] = new JsonObject { ["id"] = RequestId, ["idempotency_key"] = IdempotencyKey },
            ["type"] = Type,
        };
        if (IsConnected) rendered["account"] = Account;
        return rendered;
    }
}

/// <summary>A journal line saying that an event was delivered; short, because events are long.</summary>
internal sealed class DeliveredMark : Resource
{
    public required string EventId { get; init; }
}
