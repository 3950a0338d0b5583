namespace Solidarity.Sandbox.Tests.Payments;

public sealed class RefundTests(SandboxHost host) : IClassFixture<SandboxHost>
{
    [Fact]
    public async Task Parts_may_be_given_back_up_to_the_whole()
    {
        var charge = await host.PaidCharge(2000);
        var first = (await host.Stripe.Post("/v1/refunds", ("charge", charge.Id), ("amount", "500"), ("reason", "requested_by_customer"), ("metadata[why]", "asked"))).Ok();
        Assert.Equal(("succeeded", 500L), (first.Text("status"), first.Number("amount")));
        (await host.Stripe.Post("/v1/refunds", ("charge", charge.Id), ("amount", "1501"))).Refused(400, null, "amount");
        Assert.Equal(1500, (await host.Stripe.Post("/v1/refunds", ("payment_intent", charge.Text("payment_intent")))).Ok().Number("amount"));
        (await host.Stripe.Post("/v1/refunds", ("charge", charge.Id))).Refused(400, "charge_already_refunded");
        var after = (await host.Stripe.Get($"/v1/charges/{charge.Id}")).Ok();
        Assert.Equal((2000L, true), (after.Number("amount_refunded"), (bool)after["refunded"]!));
        Assert.Equal(2, (await host.Stripe.Get("/v1/refunds", ("charge", charge.Id))).Ok().Data.Count);
        Assert.Equal(2, (await host.Stripe.Get("/v1/refunds", ("payment_intent", charge.Text("payment_intent")))).Ok().Data.Count);
    }

    [Fact]
    public async Task Stripe_keeps_its_fee()
    {
        var charge = await host.PaidCharge(2000);
        var refund = (await host.Stripe.Post("/v1/refunds", ("charge", charge.Id), ("expand[]", "balance_transaction"))).Ok();
        Assert.Equal((-2000L, 0L, "refund"), ((long)refund["balance_transaction"]!["net"]!, (long)refund["balance_transaction"]!["fee"]!, (string?)refund["balance_transaction"]!["type"]));
    }

    [Fact]
    public async Task Something_must_be_named() => (await host.Stripe.Post("/v1/refunds", ("amount", "5"))).Refused(400, "parameter_missing");

    [Fact]
    public async Task An_unknown_charge_is_named() => (await host.Stripe.Post("/v1/refunds", ("charge", "ch_none"))).Refused(400, "resource_missing", "charge");
}
