namespace Solidarity.StripeSandbox.Checkout;

/// <summary>https://docs.stripe.com/api/checkout/sessions.</summary>
internal static class SessionEndpoints
{
    private const string Path = "/v1/checkout/sessions";

    public static IEnumerable<ApiRoute> All =>
    [
        ApiRoute.Post(Path, SessionShapes.Create, call => call.Render(SessionCreation.Create(call))),
        ApiRoute.List(Path, SessionShapes.List, List),
        ApiRoute.Get(Path + "/{id}", call => call.Render(Subject(call))),
        ApiRoute.Post(Path + "/{id}", new Shape { { "metadata", Rules.Metadata } }, Update),
        ApiRoute.Post(Path + "/{id}/expire", [], Expire),
        ApiRoute.List(Path + "/{id}/line_items", [], Lines),
    ];

    private static Session Subject(Call call) => call.Find<Session>(call.Id) ?? throw Refuse.NotFound("checkout.session", call.Id, "session");

    private static JsonObject List(Call call)
    {
        var status = call.Params.Text("status");
        var email = call.Params.Object("customer_details")?.Text("email");
        return Page.Of<Session>(call, Path, ["payment_intent", "customer"], session =>
            (status is null || session.Status == status) && (email is null || email == (session.PayerEmail ?? session.CustomerEmail)));
    }

    private static JsonObject Update(Call call)
    {
        var session = Subject(call);
        session.Metadata = call.Params.Merged(session.Metadata);
        return call.Render(call.Work.Save(session));
    }

    private static JsonObject Expire(Call call)
    {
        var session = Subject(call);
        if (!session.IsOpen)
            throw Refuse.Impossible($"Only Checkout Sessions with a status in [\"open\"] can be expired. This Checkout Session has a status of {session.Status}.");
        session.Expire(call.Work);
        return call.Render(session);
    }

    private static JsonObject Lines(Call call)
    {
        var session = Subject(call);
        var after = call.Params.Text("starting_after");
        var rest = after is null ? session.Lines : [.. session.Lines.SkipWhile(line => line.Id != after).Skip(1)];
        var limit = (int)Math.Clamp(call.Params.Whole("limit") ?? 10, 1, 100);
        return Page.List($"{Path}/{session.Id}/line_items", rest.Take(limit).Select(session.RenderLine), rest.Count > limit);
    }
}
