using System.Net;

namespace Solidarity.Sandbox.Tests.Checkout;

public sealed class CardTests : IDisposable
{
    private readonly SandboxHost host = new();

    public void Dispose() => host.Dispose();

    [Theory]
    [InlineData("4242424242424242")]
    [InlineData("5555 5555 5555 4444")]
    public async Task A_good_card_pays_and_leads_back(string number)
    {
        var session = await host.NewSession(2000, more: [("payment_intent_data[metadata][gift]", "7"), ("payment_intent_data[transfer_group]", "gift-7"), ("payment_intent_data[description]", "Gift 7")]);
        var page = await host.PayByCard(session.Text("url"), number);
        Assert.Equal(HttpStatusCode.SeeOther, page.Status);
        Assert.Equal($"https://site.example/thanks?session={session.Id}", page.Location);
        var paid = (await host.Stripe.Get($"/v1/checkout/sessions/{session.Id}", ("expand[]", "payment_intent"))).Ok();
        Assert.Equal(("complete", "paid"), (paid.Text("status"), paid.Text("payment_status")));
        Assert.Equal("giver@example.org", (string?)paid["customer_details"]!["email"]);
        Assert.Equal("succeeded", (string?)paid["payment_intent"]!["status"]);
        var charge = await host.ChargeOf(session.Id);
        Assert.Equal("7", (string?)charge["metadata"]!["gift"]);
        Assert.Equal("gift-7", charge.Text("transfer_group"));
        Assert.Equal(["payment_intent.created", "charge.succeeded", "payment_intent.succeeded", "checkout.session.completed"], await host.EventTypes());
    }

    [Theory]
    [InlineData("4000000000000002", "card_declined", "generic_decline", "Your card was declined.")]
    [InlineData("4000000000009995", "card_declined", "insufficient_funds", "insufficient funds")]
    [InlineData("4111111111111111", "card_declined", "test_mode_live_card", "not a test card")]
    public async Task A_declined_card_leaves_the_session_open_for_another(string number, string code, string declineCode, string words)
    {
        var session = await host.NewSession(more: ("locale", "en"));
        var page = await host.PayByCard(session.Text("url"), number);
        Assert.Equal(HttpStatusCode.PaymentRequired, page.Status);
        Assert.Contains(words, page.Html, StringComparison.Ordinal);
        var open = (await host.Stripe.Get($"/v1/checkout/sessions/{session.Id}", ("expand[]", "payment_intent"))).Ok();
        Assert.Equal("open", open.Text("status"));
        Assert.Equal("requires_payment_method", (string?)open["payment_intent"]!["status"]);
        Assert.Equal(code, (string?)open["payment_intent"]!["last_payment_error"]!["code"]);
        Assert.Equal(declineCode, (string?)open["payment_intent"]!["last_payment_error"]!["decline_code"]);
        Assert.Equal(["payment_intent.created", "charge.failed", "payment_intent.payment_failed"], await host.EventTypes());

        Assert.Equal(HttpStatusCode.SeeOther, (await host.PayByCard(session.Text("url"), Journey.Visa)).Status);
        Assert.Equal((string?)open["payment_intent"]!["id"], (await host.ChargeOf(session.Id)).Text("payment_intent"));
        Assert.Equal(2, (await host.Stripe.Get("/v1/charges", ("payment_intent", (string)open["payment_intent"]!["id"]!))).Data.Count);
    }

    [Theory]
    [InlineData("4242424242424241", "12/34", "123", "a@example.org", "card_number")]
    [InlineData("4242424242424242", "12/20", "123", "a@example.org", "exp")]
    [InlineData("4242424242424242", "13/34", "123", "a@example.org", "exp")]
    [InlineData("4242424242424242", "12/34", "12", "a@example.org", "cvc")]
    [InlineData("4242424242424242", "12/34", "123", "nobody", "email")]
    public async Task A_mistake_is_shown_beside_its_field(string number, string exp, string cvc, string email, string field)
    {
        var session = await host.NewSession();
        var page = await host.PayByCard(session.Text("url"), number, exp, cvc, email);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains($"id=\"card-{field}-error\"", page.Html, StringComparison.Ordinal);
        Assert.Contains($"href=\"#card-{field}\"", page.Html, StringComparison.Ordinal);
        Assert.Empty((await host.Stripe.Get("/v1/payment_intents")).Data);
    }

    [Fact]
    public async Task The_clock_of_the_sandbox_decides_whether_a_card_has_expired()
    {
        var session = await host.NewSession();
        await host.Control("clock", ("to", "1577836800"));
        Assert.Equal(HttpStatusCode.SeeOther, (await host.PayByCard(session.Text("url"), Journey.Visa, exp: "01/20")).Status);
    }

    [Fact]
    public async Task A_form_sent_twice_at_once_charges_once()
    {
        var session = await host.NewSession();
        var pages = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => host.PayByCard(session.Text("url"), Journey.Visa)));
        Assert.All(pages, page => Assert.Equal($"https://site.example/thanks?session={session.Id}", page.Location));
        Assert.Single((await host.Stripe.Get("/v1/charges")).Data);
    }

    [Fact]
    public async Task A_paid_page_says_so_and_leads_back()
    {
        var session = await host.NewSession(more: ("locale", "fr"));
        await host.PayByCard(session.Text("url"), Journey.Visa);
        using var client = host.NewClient();
        var html = await client.GetStringAsync(new Uri(session.Text("url")));
        Assert.Contains("Ce paiement est terminé", html, StringComparison.Ordinal);
        Assert.Contains($"session={session.Id}", html, StringComparison.Ordinal);
    }
}
