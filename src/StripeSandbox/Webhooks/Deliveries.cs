namespace Solidarity.StripeSandbox.Webhooks;

/// <summary>What is to be sent and when, by the real clock.</summary>
internal sealed class Deliveries(TimeProvider real) : IDisposable
{
    private readonly Lock gate = new();
    private readonly PriorityQueue<Delivery, (long At, long Order)> queue = new();
    private readonly SemaphoreSlim more = new(0);
    private long order;

    public int Count
    {
        get
        {
            lock (gate) return queue.Count;
        }
    }

    public void Add(Delivery delivery, TimeSpan delay)
    {
        lock (gate) queue.Enqueue(delivery, ((real.GetUtcNow() + delay).ToUnixTimeMilliseconds(), ++order));
        more.Release();
    }

    public void Clear()
    {
        lock (gate) queue.Clear();
    }

    public void Dispose() => more.Dispose();

    /// <summary>Waits for the next delivery whose time has come.</summary>
    public async Task<Delivery> Take(CancellationToken stop)
    {
        while (true)
        {
            TimeSpan wait;
            lock (gate)
            {
                if (!queue.TryPeek(out var next, out var due)) wait = Timeout.InfiniteTimeSpan;
                else if ((wait = TimeSpan.FromMilliseconds(due.At - real.GetUtcNow().ToUnixTimeMilliseconds())) <= TimeSpan.Zero)
                {
                    queue.Dequeue();
                    return next;
                }
            }

            await more.WaitAsync(wait, stop);
        }
    }
}

/// <summary>One event on its way.</summary>
/// <param name="Attempts">How often it has been tried in vain.</param>
internal sealed record Delivery(string EventId, int Attempts = 0)
{
    private const double LongestPauseSeconds = 15;

    /// <summary>0.5 s, 1, 2, 4, 8, then every 15 s; Stripe's own pauses grow to hours.</summary>
    public TimeSpan PauseAfterFailure => TimeSpan.FromSeconds(Math.Min(LongestPauseSeconds, 0.5 * Math.Pow(2, Math.Min(Attempts, 10))));
}
