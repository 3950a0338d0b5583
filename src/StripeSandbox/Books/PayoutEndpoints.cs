using static Solidarity.StripeSandbox.Api.Rules;

namespace Solidarity.StripeSandbox.Books;

/// <summary>https://docs.stripe.com/api/payouts, reading only: <c>POST /sandbox/payouts</c> makes them.</summary>
internal static class PayoutEndpoints
{
    private const string Path = "/v1/payouts";

    private static readonly Shape ListShape = new()
    {
        { "arrival_date", Rules.Range }, { "created", Rules.Range }, { "destination", Text },
        { "status", OneOf("canceled", "failed", "in_transit", "paid", "pending") },
    };

    public static IEnumerable<ApiRoute> All =>
    [
        ApiRoute.List(Path, ListShape, List),
        ApiRoute.Get(Path + "/{id}", call => call.Render(call.Subject<Payout>("payout"))),
    ];

    private static JsonObject List(Call call)
    {
        var status = call.Params.Text("status");
        return Page.Of<Payout>(call, Path, ["destination"], payout =>
            (status is null || payout.Status == status) && Page.Between(call.Params, "arrival_date", payout.Created));
    }
}
