namespace Solidarity.Sandbox.Tests.Payments;

public sealed class IntentTests(SandboxHost host) : IClassFixture<SandboxHost>
{
    [Fact]
    public async Task An_intent_can_be_confirmed_with_a_test_payment_method()
    {
        var intent = (await host.Stripe.Post("/v1/payment_intents", ("amount", "900"), ("currency", "EUR"), ("metadata[a]", "b"))).Ok();
        Assert.Equal("requires_payment_method", intent.Text("status"));
        var paid = (await host.Stripe.Post($"/v1/payment_intents/{intent.Id}/confirm", ("payment_method", "pm_card_visa"), ("expand[]", "latest_charge"))).Ok();
        Assert.Equal(("succeeded", 900L), (paid.Text("status"), paid.Number("amount_received")));
        Assert.Equal("b", (string?)paid["latest_charge"]!["metadata"]!["a"]);
        (await host.Stripe.Post($"/v1/payment_intents/{intent.Id}/cancel")).Refused(400, "payment_intent_unexpected_state");
    }

    [Fact]
    public async Task A_declined_confirmation_is_a_card_error()
    {
        var reply = await host.Stripe.Post("/v1/payment_intents", ("amount", "900"), ("currency", "eur"), ("confirm", "true"), ("payment_method", "pm_card_visa_chargeDeclinedInsufficientFunds"));
        reply.Refused(402, "card_declined");
        Assert.Equal(("card_error", "insufficient_funds"), ((string?)reply.Error["type"], (string?)reply.Error["decline_code"]));
        Assert.Equal("requires_payment_method", (string?)reply.Error["payment_intent"]!["status"]);
    }

    [Fact]
    public async Task An_intent_can_be_canceled()
    {
        var intent = (await host.Stripe.Post("/v1/payment_intents", ("amount", "900"), ("currency", "eur"))).Ok();
        var canceled = (await host.Stripe.Post($"/v1/payment_intents/{intent.Id}/cancel", ("cancellation_reason", "abandoned"))).Ok();
        Assert.Equal(("canceled", "abandoned"), (canceled.Text("status"), canceled.Text("cancellation_reason")));
    }
}
