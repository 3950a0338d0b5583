using System.Net;

namespace Solidarity.Sandbox.Tests.Connect;

public sealed class AccountTests(SandboxHost host) : IClassFixture<SandboxHost>
{
    [Fact]
    public async Task A_new_account_has_things_to_complete()
    {
        var account = await Create();
        Assert.Equal("inactive", (string?)account["capabilities"]!["transfers"]);
        Assert.False((bool)account["payouts_enabled"]!);
        Assert.False((bool)account["details_submitted"]!);
        Assert.NotEmpty(account["requirements"]!["currently_due"]!.AsArray());
        Assert.Equal("express", account.Text("type"));
    }

    [Fact]
    public async Task Onboarding_completes_it_and_tells_the_platform()
    {
        var account = await Create();
        var link = (await host.Stripe.Post("/v1/account_links", ("account", account.Id), ("type", "account_onboarding"), ("return_url", "https://site.example/return"), ("refresh_url", "https://site.example/refresh"))).Ok();
        using var client = host.NewClient();
        Assert.Contains(account.Id, await client.GetStringAsync(new Uri(link.Text("url"))), StringComparison.Ordinal);
        Assert.Equal("https://site.example/return", (await host.PayBy(link.Text("url"))).Location);
        var complete = (await host.Stripe.Get($"/v1/accounts/{account.Id}")).Ok();
        Assert.Equal("active", (string?)complete["capabilities"]!["transfers"]);
        Assert.True((bool)complete["payouts_enabled"]! && (bool)complete["details_submitted"]!);
        var told = Assert.Single((await new StripeApi(host.NewClient()) { Account = account.Id }.Get("/v1/events")).Data);
        Assert.Equal(("account.updated", account.Id), ((string?)told["type"], (string?)told["account"]));

        Assert.Equal("https://site.example/refresh", (await host.PayBy(link.Text("url"))).Location);
    }

    [Fact]
    public async Task The_dashboard_opens_once_onboarding_is_complete()
    {
        var account = await Create();
        (await host.Stripe.Post($"/v1/accounts/{account.Id}/login_links")).Refused(400, null);
        await host.Control($"accounts/{account.Id}", ("details_submitted", "true"));
        using var client = host.NewClient();
        using var page = await client.GetAsync(new Uri((await host.Stripe.Post($"/v1/accounts/{account.Id}/login_links")).Ok().Text("url")));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task Tests_may_set_its_states()
    {
        var account = await Create();
        await host.Control($"accounts/{account.Id}", ("transfers", "pending"), ("payouts_enabled", "true"));
        var after = (await host.Stripe.Get($"/v1/accounts/{account.Id}")).Ok();
        Assert.Equal("pending", (string?)after["capabilities"]!["transfers"]);
        Assert.True((bool)after["payouts_enabled"]!);
        Assert.NotNull((await host.Control($"accounts/{account.Id}", ("transfers", "perhaps")))["error"]);
    }

    [Fact]
    public async Task A_direct_charge_is_in_the_books_of_the_connected_account_only()
    {
        var account = await host.ReadyAccount();
        var theirs = new StripeApi(host.NewClient()) { Account = account };
        var session = (await theirs.Post("/v1/checkout/sessions", Journey.SessionFields())).Ok();
        Assert.Equal(HttpStatusCode.SeeOther, (await host.PayByCard(session.Text("url"), Journey.Visa)).Status);
        Assert.Equal(1945, (long)(await host.Look($"books?account={account}"))["balances"]!["eur"]!);
        (await host.Stripe.Get($"/v1/checkout/sessions/{session.Id}")).Refused(404, "resource_missing");
        Assert.All((await theirs.Get("/v1/events", ("type", "charge.succeeded"))).Data, found => Assert.Equal(account, (string?)found["account"]));
    }

    private async Task<Reply> Create() => (await host.Stripe.Post(
        "/v1/accounts", ("controller[stripe_dashboard][type]", "express"), ("controller[fees][payer]", "application"), ("controller[losses][payments]", "application"),
        ("country", "BE"), ("email", "chef@example.org"), ("business_profile[name]", "Chez Rosa"), ("capabilities[transfers][requested]", "true"), ("metadata[partner]", "3"))).Ok();
}
