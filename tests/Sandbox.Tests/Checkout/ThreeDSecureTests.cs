using System.Net;

namespace Solidarity.Sandbox.Tests.Checkout;

public sealed class ThreeDSecureTests : IDisposable
{
    private const string Asking = "4000002760003184";
    private readonly SandboxHost host = new();

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task Yes_to_the_bank_pays()
    {
        var (session, bank) = await AskedByTheBank();
        var page = await host.PayBy(bank, ("answer", "authorise"));
        Assert.Equal($"https://site.example/thanks?session={session.Id}", page.Location);
        Assert.Equal("authenticated", (string?)(await host.ChargeOf(session.Id))["payment_method_details"]!["card"]!["three_d_secure"]!["result"]);
    }

    [Fact]
    public async Task No_to_the_bank_leads_back_to_the_form_with_the_reason()
    {
        var (session, bank) = await AskedByTheBank();
        var page = await host.PayBy(bank, ("answer", "refuse"));
        Assert.Equal($"/c/pay/{session.Id}", page.Location);
        using var client = host.NewClient();
        Assert.Contains("The bank’s question was answered with no.", await client.GetStringAsync(new Uri(session.Text("url"))), StringComparison.Ordinal);
        var open = (await host.Stripe.Get($"/v1/checkout/sessions/{session.Id}", ("expand[]", "payment_intent"))).Ok();
        Assert.Equal("payment_intent_authentication_failure", (string?)open["payment_intent"]!["last_payment_error"]!["code"]);
        Assert.Empty((await host.Stripe.Get("/v1/charges")).Data);
        Assert.Equal(HttpStatusCode.SeeOther, (await host.PayByCard(session.Text("url"), Journey.Visa)).Status);
    }

    [Fact]
    public async Task Answering_twice_charges_once()
    {
        var (session, bank) = await AskedByTheBank();
        var pages = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => host.PayBy(bank, ("answer", "authorise"))));
        Assert.All(pages, page => Assert.Equal($"https://site.example/thanks?session={session.Id}", page.Location));
        Assert.Single((await host.Stripe.Get("/v1/charges")).Data);
    }

    private async Task<(Reply Session, string Bank)> AskedByTheBank()
    {
        var session = await host.NewSession(more: ("locale", "en"));
        var page = await host.PayByCard(session.Text("url"), Asking);
        Assert.Equal((HttpStatusCode.SeeOther, $"/c/pay/{session.Id}/bank"), (page.Status, page.Location));
        var asked = (await host.Stripe.Get($"/v1/checkout/sessions/{session.Id}", ("expand[]", "payment_intent"))).Ok();
        Assert.Equal("requires_action", (string?)asked["payment_intent"]!["status"]);
        return (session, session.Text("url") + "/bank");
    }
}
