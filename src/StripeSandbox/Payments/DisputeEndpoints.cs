using static Solidarity.StripeSandbox.Api.Rules;

namespace Solidarity.StripeSandbox.Payments;

/// <summary>https://docs.stripe.com/api/disputes, reading only: <c>POST /sandbox/disputes/{id}</c> decides them.</summary>
internal static class DisputeEndpoints
{
    private const string Path = "/v1/disputes";

    private static readonly Shape ListShape = new() { { "charge", Text }, { "created", Rules.Range }, { "payment_intent", Text } };

    public static IEnumerable<ApiRoute> All =>
    [
        ApiRoute.List(Path, ListShape, call => Page.Of<Dispute>(call, Path, ["charge", "payment_intent"])),
        ApiRoute.Get(Path + "/{id}", call => call.Render(call.Subject<Dispute>("dispute"))),
    ];
}
