using static Solidarity.StripeSandbox.Api.Rules;

namespace Solidarity.StripeSandbox.Payments;

/// <summary>https://docs.stripe.com/api/refunds.</summary>
internal static class RefundEndpoints
{
    private const string Path = "/v1/refunds";

    private static readonly Shape CreateShape = new()
    {
        { "amount", Whole }, { "charge", Text }, { "payment_intent", Text }, { "metadata", Rules.Metadata },
        { "reason", OneOf("duplicate", "fraudulent", "requested_by_customer") },
    };

    private static readonly Shape ListShape = new() { { "charge", Text }, { "created", Rules.Range }, { "payment_intent", Text } };

    public static IEnumerable<ApiRoute> All =>
    [
        ApiRoute.Post(Path, CreateShape, Create),
        ApiRoute.List(Path, ListShape, call => Page.Of<Refund>(call, Path, ["charge", "payment_intent"])),
        ApiRoute.Get(Path + "/{id}", call => call.Render(call.Subject<Refund>("refund"))),
        ApiRoute.Post(Path + "/{id}", new Shape { { "metadata", Rules.Metadata } }, Update),
    ];

    private static JsonObject Create(Call call)
    {
        var charge = ChargeOf(call);
        if (charge.Status != "succeeded") throw Refuse.Impossible($"Charge {charge.Id} has not succeeded and cannot be refunded.", "charge_not_refundable");
        if (charge.DisputeId is not null && call.Store.Get<Dispute>(charge.DisputeId).Status != "won")
            throw Refuse.Impossible($"Charge {charge.Id} has been charged back; cannot issue a refund.", "charge_disputed");
        if (charge.Refundable == 0) throw Refuse.Impossible($"Charge {charge.Id} has already been refunded.", "charge_already_refunded");
        var amount = call.Params.Whole("amount") ?? charge.Refundable;
        if (amount < 1) throw Refuse.Malformed("This value must be greater than or equal to 1.", "parameter_invalid_integer", "amount");
        if (amount > charge.Refundable)
            throw Refuse.Impossible($"Refund amount ({Currencies.Words(amount, charge.Currency)}) is greater than unrefunded amount on charge ({Currencies.Words(charge.Refundable, charge.Currency)})", null, "amount");
        return call.Render(Refund.Make(call.Work, charge, amount, call.Params.Text("reason"), call.Params.Metadata()));
    }

    private static Charge ChargeOf(Call call)
    {
        if (call.Params.Has("charge")) return call.Named<Charge>("charge", "charge");
        if (!call.Params.Has("payment_intent"))
            throw Refuse.Malformed("One of the following params should be provided for this request: payment_intent or charge.", "parameter_missing");
        var intent = call.Named<Intent>("payment_intent", "payment_intent");
        return intent.Status == "succeeded"
            ? call.Store.Get<Charge>(intent.LatestCharge!)
            : throw Refuse.Impossible($"This PaymentIntent ({intent.Id}) does not have a successful charge to refund.", "payment_intent_unexpected_state");
    }

    private static JsonObject Update(Call call)
    {
        var refund = call.Subject<Refund>("refund");
        refund.Metadata = call.Params.Merged(refund.Metadata);
        call.Work.Emit("refund.updated", call.Work.Save(refund));
        return call.Render(refund);
    }
}
