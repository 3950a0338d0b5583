using System.Net;
using Stripe;

namespace Solidarity.Payments;

/// <summary>Tells what may be well again in a moment from what needs mending.</summary>
internal static class StripeTrouble
{
    /// <summary>Stripe is down, slow, overloaded, or busy with the same request: trying again is safe, since every call has a key of ours.</summary>
    public static bool IsPassing(Exception e, CancellationToken cancel) =>
        e is HttpRequestException or StripeException { HttpStatusCode: >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests or HttpStatusCode.Conflict }
        || (e is OperationCanceledException && !cancel.IsCancellationRequested);
}
