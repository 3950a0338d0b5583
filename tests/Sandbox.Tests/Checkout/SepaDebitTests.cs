using System.Net;

namespace Solidarity.Sandbox.Tests.Checkout;

public sealed class SepaDebitTests : IDisposable
{
    private readonly SandboxHost host = SandboxHost.With(("SANDBOX_SEPA_SECONDS", "1000"));

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task A_debit_is_paid_only_when_it_settles()
    {
        var session = await host.NewSession();
        Assert.Equal(HttpStatusCode.SeeOther, (await host.PayByDebit(session.Text("url"))).Status);
        var waiting = (await host.Stripe.Get($"/v1/checkout/sessions/{session.Id}", ("expand[]", "payment_intent.latest_charge"))).Ok();
        Assert.Equal(("complete", "unpaid"), (waiting.Text("status"), waiting.Text("payment_status")));
        Assert.Equal("processing", (string?)waiting["payment_intent"]!["status"]);
        Assert.Equal("pending", (string?)waiting["payment_intent"]!["latest_charge"]!["status"]);
        Assert.Empty((await host.Look("books"))["transactions"]!.AsArray());

        await host.Advance(1001);
        Assert.Equal("paid", (await host.Stripe.Get($"/v1/checkout/sessions/{session.Id}")).Text("payment_status"));
        var transaction = Assert.Single((await host.Stripe.Get("/v1/balance_transactions")).Data);
        Assert.Equal(("payment", 35L, 1965L), ((string?)transaction["type"], (long)transaction["fee"]!, (long)transaction["net"]!));
        Assert.Equal(
            ["payment_intent.created", "charge.pending", "payment_intent.processing", "checkout.session.completed", "charge.succeeded", "payment_intent.succeeded", "checkout.session.async_payment_succeeded"],
            await host.EventTypes());
    }

    [Fact]
    public async Task A_debit_that_fails_says_so_later()
    {
        var session = await host.NewSession();
        await host.PayByDebit(session.Text("url"), "DE62 3704 0044 0532 0130 01");
        await host.Advance(1001);
        Assert.Equal(["charge.failed", "payment_intent.payment_failed", "checkout.session.async_payment_failed"], (await host.EventTypes())[^3..]);
        Assert.Equal("unpaid", (await host.Stripe.Get($"/v1/checkout/sessions/{session.Id}")).Text("payment_status"));
        Assert.Empty((await host.Look("books"))["transactions"]!.AsArray());
    }

    [Fact]
    public async Task A_refund_of_a_debit_stays_pending_for_a_while()
    {
        var session = await host.NewSession();
        await host.PayByDebit(session.Text("url"));
        await host.Advance(1001);
        var charge = await host.ChargeOf(session.Id);
        var refund = (await host.Stripe.Post("/v1/refunds", ("charge", charge.Id))).Ok();
        Assert.Equal("pending", refund.Text("status"));
        await host.Advance(1001);
        Assert.Equal("succeeded", (await host.Stripe.Get($"/v1/refunds/{refund.Id}")).Text("status"));
        Assert.Equal("refund.updated", (await host.EventTypes())[^1]);
    }

    [Fact]
    public async Task A_wrong_account_number_is_shown_beside_its_field()
    {
        var session = await host.NewSession();
        var page = await host.PayByDebit(session.Text("url"), "DE89370400440532013009");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("id=\"sepa_debit-iban-error\"", page.Html, StringComparison.Ordinal);
    }
}
