using Solidarity.Payments.Webhooks;

namespace Solidarity.Payments.Watching;

/// <summary>Whether what comes to the webhook's address is signed with the secret that we know. Of this process, since it began.</summary>
public sealed class HeardWebhooks
{
    /// <summary>Strangers knock too, so that a few are no sign.</summary>
    private const int TooMany = 5;

    private int _refusedInARow;

    /// <summary>Signed requests were refused, one after the other, and none was true: the secret is probably another's.</summary>
    public bool LooksWrong => Volatile.Read(ref _refusedInARow) >= TooMany;

    /// <param name="withSignature">It carried a signature of Stripe's form.</param>
    public void Note(WebhookOutcome outcome, bool withSignature)
    {
        if (outcome != WebhookOutcome.Refused)
            Interlocked.Exchange(ref _refusedInARow, 0);
        else if (withSignature)
            Interlocked.Increment(ref _refusedInARow);
    }
}
