namespace Solidarity.Sandbox.Tests.Api;

public sealed class ExpandTests(SandboxHost host) : IClassFixture<SandboxHost>
{
    [Fact]
    public async Task Ids_become_objects_three_levels_down()
    {
        var charge = await host.PaidCharge();
        var page = (await host.Stripe.Get("/v1/checkout/sessions", ("payment_intent", charge.Text("payment_intent")),
            ("expand[]", "data.payment_intent.latest_charge.balance_transaction"), ("expand[]", "data.line_items"))).Ok();
        var session = Assert.Single(page.Data);
        Assert.Equal(55, (long)session["payment_intent"]!["latest_charge"]!["balance_transaction"]!["fee"]!);
        Assert.Equal("A gift", (string?)session["line_items"]!["data"]![0]!["description"]);
    }

    [Fact]
    public async Task Refunds_of_a_charge_come_when_asked_for()
    {
        var charge = await host.PaidCharge();
        var refund = (await host.Stripe.Post("/v1/refunds", ("charge", charge.Id), ("amount", "100"))).Ok();
        Assert.Null((await host.Stripe.Get($"/v1/charges/{charge.Id}"))["refunds"]);
        var expanded = (await host.Stripe.Get($"/v1/charges/{charge.Id}", ("expand[]", "refunds"))).Ok();
        Assert.Equal(refund.Id, (string?)expanded["refunds"]!["data"]![0]!["id"]);
    }

    [Fact]
    public async Task A_field_that_is_null_stays_null()
    {
        var session = await host.NewSession();
        Assert.Null((await host.Stripe.Get($"/v1/checkout/sessions/{session.Id}", ("expand[]", "payment_intent"))).Ok()["payment_intent"]);
    }

    [Theory]
    [InlineData("currency")]
    [InlineData("nonsense")]
    [InlineData("payment_intent.latest_charge.balance_transaction.source.payment_intent")]
    public async Task What_cannot_be_expanded_is_refused_before_anything_is_done(string path)
    {
        var before = (await host.Stripe.Get("/v1/checkout/sessions", ("limit", "1"))).Body.ToJsonString();
        (await host.Stripe.Post("/v1/checkout/sessions", Journey.SessionFields(more: ("expand[]", path)))).Refused(400, null, "expand");
        Assert.Equal(before, (await host.Stripe.Get("/v1/checkout/sessions", ("limit", "1"))).Body.ToJsonString());
    }
}
