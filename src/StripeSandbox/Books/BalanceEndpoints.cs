using static Solidarity.StripeSandbox.Api.Rules;

namespace Solidarity.StripeSandbox.Books;

/// <summary>https://docs.stripe.com/api/balance and https://docs.stripe.com/api/balance_transactions.</summary>
internal static class BalanceEndpoints
{
    private const string Path = "/v1/balance_transactions";

    private static readonly Shape ListShape = new()
    {
        { "created", Rules.Range }, { "currency", Text }, { "payout", Text }, { "source", Text }, { "type", Text },
    };

    public static IEnumerable<ApiRoute> All =>
    [
        ApiRoute.Get("/v1/balance", Balance),
        ApiRoute.List(Path, ListShape, call => Page.Of<BalanceTransaction>(call, Path, ["source", "payout", "type", "currency"])),
        ApiRoute.Get(Path + "/{id}", call => call.Render(call.Subject<BalanceTransaction>("balance transaction"))),
        ApiRoute.Get("/v1/balance/history/{id}", call => call.Render(call.Subject<BalanceTransaction>("balance transaction"))),
    ];

    private static JsonObject Balance(Call call)
    {
        var ledger = call.Store.Ledger;
        var currencies = ledger.Currencies(call.Account).DefaultIfEmpty("eur").ToList();
        return new JsonObject
        {
            ["object"] = "balance",
            ["available"] = new JsonArray([.. currencies.Select(currency => Amount(ledger.Available(call.Account, currency, call.Now), currency))]),
            ["livemode"] = false,
            ["pending"] = new JsonArray([.. currencies.Select(currency => Amount(ledger.Pending(call.Account, currency, call.Now), currency))]),
        };
    }

    private static JsonObject Amount(long amount, string currency) => new()
    {
        ["amount"] = amount,
        ["currency"] = currency,
        ["source_types"] = new JsonObject { ["card"] = amount },
    };
}
