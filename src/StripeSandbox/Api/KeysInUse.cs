using System.Collections.Concurrent;

namespace Solidarity.StripeSandbox.Api;

/// <summary>The idempotency keys of requests that run at this moment: a second one with the same key is refused.</summary>
internal sealed class KeysInUse
{
    private readonly ConcurrentDictionary<string, bool> running = new();

    public IDisposable Reserve(string id, string key) => running.TryAdd(id, true)
        ? new Reservation(running, id)
        : throw new StripeError(409, "idempotency_error", $"There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): {key}. Please try again later.")
        {
            Code = "idempotency_key_in_use",
        };

    private sealed class Reservation(ConcurrentDictionary<string, bool> running, string id) : IDisposable
    {
        public void Dispose() => running.TryRemove(id, out _);
    }
}
