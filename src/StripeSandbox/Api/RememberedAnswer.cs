namespace Solidarity.StripeSandbox.Api;

/// <summary>
/// What the first request with an idempotency key was answered. Kept for 24 hours of the sandbox clock
/// (https://docs.stripe.com/api/idempotent_requests).
/// </summary>
internal sealed class RememberedAnswer : Resource
{
    public const long LifetimeSeconds = 24 * 60 * 60;

    /// <summary>Method, path and parameters of the first request, as a digest.</summary>
    public required string Fingerprint { get; init; }

    public required int Status { get; init; }

    public required string Body { get; init; }

    public required string RequestId { get; init; }

    public override bool IsListed => false;

    public override long? DueAt => Created + LifetimeSeconds;

    public static string IdOf(string account, string key) => $"answer:{account}:{key}";

    public override void FallDue(Work work) => work.Store.Remove(Id);
}
