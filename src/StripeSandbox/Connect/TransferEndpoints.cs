using static Solidarity.StripeSandbox.Api.Rules;

namespace Solidarity.StripeSandbox.Connect;

/// <summary>https://docs.stripe.com/api/transfers and https://docs.stripe.com/api/transfer_reversals.</summary>
internal static class TransferEndpoints
{
    private const string Path = "/v1/transfers";

    private static readonly Shape CreateShape = new()
    {
        { "amount", Whole }, { "currency!", Rules.Currency }, { "destination!", Text }, { "description", Text }, { "metadata", Rules.Metadata },
        { "source_transaction", Text }, { "source_type", OneOf("bank_account", "card", "fpx") }, { "transfer_group", Text },
    };

    private static readonly Shape ListShape = new() { { "created", Rules.Range }, { "destination", Text }, { "transfer_group", Text } };

    private static readonly Shape ReverseShape = new()
    {
        { "amount", Whole }, { "description", Text }, { "metadata", Rules.Metadata }, { "refund_application_fee", YesNo },
    };

    public static IEnumerable<ApiRoute> All =>
    [
        ApiRoute.Post(Path, CreateShape, call => call.Render(MakeTransfer.From(call))),
        ApiRoute.List(Path, ListShape, call => Page.Of<Transfer>(call, Path, ["transfer_group", "destination"])),
        ApiRoute.Get(Path + "/{id}", call => call.Render(call.Subject<Transfer>("transfer"))),
        ApiRoute.Post(Path + "/{id}", new Shape { { "description", Text }, { "metadata", Rules.Metadata } }, Update),
        ApiRoute.Post(Path + "/{id}/reversals", ReverseShape, call => call.Render(ReverseTransfer.From(call))),
        ApiRoute.List(Path + "/{id}/reversals", [], Reversals),
    ];

    private static JsonObject Update(Call call)
    {
        var transfer = call.Subject<Transfer>("transfer");
        transfer.Metadata = call.Params.Merged(transfer.Metadata);
        call.Work.Emit("transfer.updated", call.Work.Save(transfer));
        return call.Render(transfer);
    }

    private static JsonObject Reversals(Call call)
    {
        var transfer = call.Subject<Transfer>("transfer");
        return Page.Cut(call, transfer.ReversalsPath, call.Store.List(call.Account, typeof(Reversal), "transfer", transfer.Id), _ => true);
    }
}
