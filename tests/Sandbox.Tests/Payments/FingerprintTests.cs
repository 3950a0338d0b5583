namespace Solidarity.Sandbox.Tests.Payments;

/// <summary>https://docs.stripe.com/api/charges/object#charge_object-payment_method_details-card-fingerprint</summary>
public sealed class FingerprintTests(SandboxHost host) : IClassFixture<SandboxHost>
{
    private const string Declined = "4000000000000002";

    [Fact]
    public async Task A_number_has_one_fingerprint_however_its_payment_ends_and_whoever_gives_it()
    {
        var first = Of(await host.PaidCharge());
        Assert.Matches("^[0-9A-Za-z]{16}$", first);
        Assert.Equal(first, Of(await host.PaidCharge(900)));
        Assert.NotEqual(first, Of(await host.PaidCharge(card: "5555555555554444")));

        var session = await host.NewSession();
        await host.PayByCard(session.Text("url"), Declined, email: "one@example.org");
        await host.PayByCard(session.Text("url"), Declined, exp: "01/35", cvc: "999", email: "other@example.org");
        await host.PayByCard(session.Text("url"), Journey.Visa);
        var paid = await host.ChargeOf(session.Id);
        var tries = (await host.Stripe.Get("/v1/charges", ("payment_intent", paid.Text("payment_intent")))).Data.Select(c => (Status: (string)c["status"]!, Card: Of(c))).ToList();
        Assert.Equal(3, tries.Count);
        Assert.NotEqual(first, Assert.Single(tries.Where(t => t.Status == "failed").Select(t => t.Card).Distinct()));
        Assert.Equal(first, tries.Single(t => t.Status == "succeeded").Card);
    }

    [Fact]
    public async Task It_is_in_the_event_of_a_declined_charge()
    {
        await host.PayByCard((await host.NewSession()).Text("url"), Declined);
        var told = (await host.Stripe.Get("/v1/events", ("type", "charge.failed"))).Data;
        Assert.Matches("^[0-9A-Za-z]{16}$", Of(told[0]["data"]!["object"]!));
    }

    [Fact]
    public async Task Another_account_sees_another_fingerprint_of_the_same_card()
    {
        var seen = new List<string>();
        foreach (var stripe in new[] { host.Stripe, new StripeApi(host.NewClient()) { Account = await host.ReadyAccount() } })
        {
            var intent = (await stripe.Post("/v1/payment_intents", ("amount", "900"), ("currency", "eur"), ("confirm", "true"), ("payment_method", "pm_card_visa"), ("expand[]", "latest_charge"))).Ok();
            seen.Add(Of(intent["latest_charge"]!));
        }

        Assert.NotEqual(seen[0], seen[1]);
    }

    private static string Of(Reply charge) => Of(charge.Body);

    private static string Of(JsonNode charge) => (string)charge["payment_method_details"]!["card"]!["fingerprint"]!;
}
