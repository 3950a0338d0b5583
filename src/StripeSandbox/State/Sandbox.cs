namespace Solidarity.StripeSandbox.State;

/// <summary>The whole state behind one lock. Work is short (microseconds), so one lock is the simplest thing that is fast enough.</summary>
internal sealed class Sandbox : IDisposable
{
    private readonly Lock gate = new();
    private readonly Journal journal;
    private readonly Settings settings;
    private readonly SandboxClock clock;
    private readonly WebhookTarget target;
    private Store store;

    public Sandbox(Settings settings, SandboxClock clock, WebhookTarget target)
    {
        this.settings = settings;
        this.clock = clock;
        this.target = target;
        journal = new Journal(settings);
        store = journal.Load();
        clock.OffsetSeconds = store.Find<ClockSetting>(ClockSetting.TheId)?.OffsetSeconds ?? 0;
        target.Restore(store.Find<WebhookSetting>(WebhookSetting.TheId));
        if (store.PlatformId.Length == 0) Do(FoundPlatform);
    }

    /// <summary>Called outside the lock with the events of a finished piece of work.</summary>
    public event Action<IReadOnlyList<StripeEvent>>? EventsStored;

    /// <summary>Runs a piece of work alone, after everything that fell due before it.</summary>
    public T Do<T>(Func<Work, T> action, string? requestId = null, string? idempotencyKey = null)
    {
        var work = default(Work);
        try
        {
            lock (gate)
            {
                SettleUnderLock();
                work = new Work(store, settings, clock, target) { RequestId = requestId, IdempotencyKey = idempotencyKey };
                try
                {
                    return action(work);
                }
                finally
                {
                    // Also when it was refused: a declined card leaves its traces.
                    Commit(work);
                }
            }
        }
        finally
        {
            Announce(work);
        }
    }

    public void Do(Action<Work> action) => Do(work =>
    {
        action(work);
        return true;
    });

    /// <summary>Forgets everything and begins again as on the first day.</summary>
    public void Reset()
    {
        lock (gate)
        {
            store = new Store();
            journal.Clear();
            clock.OffsetSeconds = 0;
        }

        Do(FoundPlatform);
    }

    public void Dispose() => journal.Dispose();

    private void SettleUnderLock()
    {
        var own = new Work(store, settings, clock, target);
        own.SettleWhatIsDue();
        Commit(own);
        Announce(own);
    }

    private void Commit(Work work)
    {
        if (work.Changed.Count > 0) journal.Append(work.Changed);
    }

    private void Announce(Work? work)
    {
        if (work?.Events.Count > 0) EventsStored?.Invoke(work.Events);
    }

    private static void FoundPlatform(Work work) => work.Save(Account.NewPlatform(work.Now));
}
