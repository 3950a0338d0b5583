using static Solidarity.StripeSandbox.Api.Rules;

namespace Solidarity.StripeSandbox.Payments;

/// <summary>https://docs.stripe.com/api/charges; charges are made by paying, not by the API.</summary>
internal static class ChargeEndpoints
{
    private const string Path = "/v1/charges";

    private static readonly Shape ListShape = new()
    {
        { "created", Rules.Range }, { "customer", Text }, { "payment_intent", Text }, { "transfer_group", Text },
    };

    private static readonly Shape UpdateShape = new() { { "description", Text }, { "metadata", Rules.Metadata } };

    public static IEnumerable<ApiRoute> All =>
    [
        ApiRoute.List(Path, ListShape, call => Page.Of<Charge>(call, Path, ["payment_intent", "transfer_group", "customer"])),
        ApiRoute.Get(Path + "/{id}", call => call.Render(Subject(call))),
        ApiRoute.Post(Path + "/{id}", UpdateShape, Update),
    ];


    private static Charge Subject(Call call) =>
        call.Find<Charge>(call.Id) ?? throw Refuse.NotFound("charge", call.Id);

    private static JsonObject Update(Call call)
    {
        var charge = Subject(call);
        charge.Metadata = call.Params.Merged(charge.Metadata);
        charge.Description = call.Params.Text("description") ?? charge.Description;
        call.Work.Emit("charge.updated", call.Work.Save(charge));
        return call.Render(charge);
    }
}
