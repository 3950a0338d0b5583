using System.Text.Json;

namespace Solidarity.StripeSandbox.State;

/// <summary>One piece of work under the lock: what it changes is written to the journal as one line when it ends.</summary>
internal sealed class Work(Store store, Settings settings, SandboxClock clock, WebhookTarget target)
{
    private readonly HashSet<Resource> changed = [];
    private readonly List<StripeEvent> events = [];

    public Store Store => store;

    public Settings Settings => settings;

    public SandboxClock Clock => clock;

    /// <summary>Unix seconds of the sandbox clock, the same for the whole piece of work.</summary>
    public long Now { get; } = clock.Now;

    public View View => new(store, Now, settings.PublicUrl ?? "");

    /// <summary>The request that the events of this work name as their cause; null when the sandbox acts by itself.</summary>
    public string? RequestId { get; init; }

    public string? IdempotencyKey { get; init; }

    public IReadOnlyCollection<Resource> Changed => changed;

    public IReadOnlyList<StripeEvent> Events => events;

    public T Save<T>(T resource)
        where T : Resource
    {
        store.Put(resource);
        changed.Add(resource);
        return resource;
    }

    /// <summary>Stores an event about an object as it is now (https://docs.stripe.com/api/events).</summary>
    /// <param name="account">Whose event it is, where that is not the account that the object is kept under.</param>
    public void Emit(string type, Resource about, string? account = null)
    {
        var created = new StripeEvent
        {
            Id = Ids.New("evt_"),
            Account = account ?? about.Account,
            Created = Now,
            Type = type,
            Data = JsonSerializer.SerializeToElement(about.Render(View)),
            RequestId = RequestId,
            IdempotencyKey = IdempotencyKey,
            IsConnected = (account ?? about.Account) != store.PlatformId,
            Webhook = target.StateOfNewEvents,
        };
        events.Add(Save(created));
    }

    /// <summary>Does everything whose hour has come, in the order of the hours.</summary>
    public void SettleWhatIsDue()
    {
        while (store.TakeDue(Now) is { } due) due.FallDue(this);
    }
}
