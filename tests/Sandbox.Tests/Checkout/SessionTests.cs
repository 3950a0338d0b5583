namespace Solidarity.Sandbox.Tests.Checkout;

public sealed class SessionTests(SandboxHost host) : IClassFixture<SandboxHost>
{
    [Fact]
    public async Task A_session_is_open_and_has_a_page()
    {
        var session = await host.NewSession(1234, more: [("client_reference_id", "gift-7"), ("metadata[gift]", "7"), ("submit_type", "donate"), ("locale", "nl")]);
        Assert.Equal("open", session.Text("status"));
        Assert.Equal("unpaid", session.Text("payment_status"));
        Assert.Equal(1234, session.Number("amount_total"));
        Assert.Equal("gift-7", session.Text("client_reference_id"));
        Assert.Null(session["payment_intent"]);
        Assert.StartsWith("cs_test_", session.Id, StringComparison.Ordinal);
        Assert.Equal($"http://localhost/c/pay/{session.Id}", session.Text("url"));
        Assert.Equal(session.Number("created") + 86400, session.Number("expires_at"));
    }

    [Theory]
    [InlineData(49, "eur", "amount_too_small")]
    [InlineData(100_000_000, "eur", "amount_too_large")]
    [InlineData(49, "jpy", "amount_too_small")]
    public async Task Amounts_have_limits(long amount, string currency, string code) =>
        (await host.Stripe.Post("/v1/checkout/sessions", Journey.SessionFields(amount, currency))).Refused(400, code);

    [Theory]
    [InlineData(29 * 60, false)]
    [InlineData(31 * 60, true)]
    [InlineData(23 * 3600, true)]
    [InlineData(25 * 3600, false)]
    public async Task Expiry_is_half_an_hour_to_a_day_ahead(long seconds, bool accepted)
    {
        var now = (long)(await host.Look("clock"))["now"]!;
        var reply = await host.Stripe.Post("/v1/checkout/sessions", Journey.SessionFields(more: ("expires_at", $"{now + seconds}")));
        if (accepted) reply.Ok();
        else reply.Refused(400, null, "expires_at");
    }

    [Fact]
    public async Task Lines_can_be_listed()
    {
        var session = await host.NewSession(500, more:
        [
            ("line_items[1][price_data][currency]", "eur"), ("line_items[1][price_data][unit_amount]", "250"),
            ("line_items[1][price_data][product_data][name]", "A meal"), ("line_items[1][quantity]", "3"),
        ]);
        Assert.Equal(1250, session.Number("amount_total"));
        var lines = (await host.Stripe.Get($"/v1/checkout/sessions/{session.Id}/line_items")).Ok().Data;
        Assert.Equal([500L, 750L], lines.Select(line => (long)line["amount_total"]!));
    }

    [Fact]
    public async Task Lines_of_two_currencies_are_refused() =>
        (await host.Stripe.Post("/v1/checkout/sessions", Journey.SessionFields(more:
        [
            ("line_items[1][price_data][currency]", "usd"), ("line_items[1][price_data][unit_amount]", "250"),
            ("line_items[1][price_data][product_data][name]", "A meal"),
        ]))).Refused(400, null, "line_items");

    [Fact]
    public async Task Metadata_can_be_changed()
    {
        var session = await host.NewSession(more: ("metadata[a]", "1"));
        Assert.Equal("2", (string?)(await host.Stripe.Post($"/v1/checkout/sessions/{session.Id}", ("metadata[a]", "2"))).Ok()["metadata"]!["a"]);
    }

    [Fact]
    public async Task An_open_session_can_be_expired_once()
    {
        var session = await host.NewSession();
        var expired = (await host.Stripe.Post($"/v1/checkout/sessions/{session.Id}/expire")).Ok();
        Assert.Equal("expired", expired.Text("status"));
        Assert.Null(expired["url"]);
        (await host.Stripe.Post($"/v1/checkout/sessions/{session.Id}/expire")).Refused(400, null);
    }

    [Fact]
    public async Task Lists_filter_by_status()
    {
        var session = await host.NewSession();
        await host.Stripe.Post($"/v1/checkout/sessions/{session.Id}/expire");
        Assert.All((await host.Stripe.Get("/v1/checkout/sessions", ("status", "expired"))).Ok().Data, found => Assert.Equal("expired", (string?)found["status"]));
    }
}

public sealed class SessionExpiryTests
{
    [Fact]
    public async Task A_session_expires_by_the_clock_and_its_page_leads_back()
    {
        await using var host = new SandboxHost();
        var session = await host.NewSession();
        await host.Advance(86_390);
        Assert.Equal("open", (await host.Stripe.Get($"/v1/checkout/sessions/{session.Id}")).Text("status"));
        await host.Advance(20);
        Assert.Equal("expired", (await host.Stripe.Get($"/v1/checkout/sessions/{session.Id}")).Text("status"));
        Assert.Equal(["checkout.session.expired"], await host.EventTypes());
        var page = await host.PayByCard(session.Text("url"), Journey.Visa);
        Assert.Equal(410, (int)page.Status);
        Assert.Contains("https://site.example/back", page.Html, StringComparison.Ordinal);
        Assert.Empty((await host.Stripe.Get("/v1/charges")).Data);
    }
}
