namespace Solidarity.Sandbox.Tests.Webhooks;

public sealed class EventTests(SandboxHost host) : IClassFixture<SandboxHost>
{
    [Fact]
    public async Task Events_tell_what_caused_them()
    {
        var charge = await host.PaidCharge();
        var refund = (await host.Stripe.PostOnce("refund-7", "/v1/refunds", ("charge", charge.Id))).Ok();
        var caused = (await host.Stripe.Get("/v1/events", ("type", "refund.created"))).Data[0];
        Assert.Equal(refund.Headers.GetValues("Request-Id").Single(), (string?)caused["request"]!["id"]);
        Assert.Equal("refund-7", (string?)caused["request"]!["idempotency_key"]);
        Assert.Equal("2026-07-29.dahlia", (string?)caused["api_version"]);
        Assert.Equal(refund.Id, (string?)caused["data"]!["object"]!["id"]);
    }

    [Fact]
    public async Task Events_are_found_by_types_and_by_pattern()
    {
        await host.PaidCharge();
        var two = (await host.Stripe.Get("/v1/events", ("types[]", "charge.succeeded"), ("types[]", "checkout.session.completed"), ("limit", "100"))).Ok().Data;
        Assert.Equal(["charge.succeeded", "checkout.session.completed"], two.Select(found => (string)found["type"]!).Distinct().Order());
        Assert.All((await host.Stripe.Get("/v1/events", ("type", "payment_intent.*"))).Ok().Data, found => Assert.StartsWith("payment_intent.", (string?)found["type"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pages_of_undelivered_events_go_on_where_they_stopped()
    {
        await host.Control("chaos", ("paused", "true"));
        await host.PaidCharge();
        await host.Control("chaos");
        await host.PaidCharge();
        var first = (await host.Stripe.Get("/v1/events", ("delivery_success", "false"), ("limit", "3"))).Ok();
        Assert.True((bool)first["has_more"]!);
        var rest = (await host.Stripe.Get("/v1/events", ("delivery_success", "false"), ("limit", "3"), ("starting_after", (string)first.Data[^1]["id"]!))).Ok();
        Assert.Equal("payment_intent.created", (string?)Assert.Single(rest.Data)["type"]);
    }

    [Fact]
    public async Task The_object_is_as_it_was_then()
    {
        var charge = await host.PaidCharge();
        await host.Stripe.Post("/v1/refunds", ("charge", charge.Id));
        var then = (await host.Stripe.Get("/v1/events", ("type", "charge.succeeded"))).Data[0];
        Assert.Equal(0, (long)then["data"]!["object"]!["amount_refunded"]!);
    }
}
