using System.Net;

namespace Solidarity.Sandbox.Tests.Connect;

public sealed class OnboardingTests(SandboxHost host) : IClassFixture<SandboxHost>
{
    [Theory]
    [InlineData("complete", "active", true, false, false, null)]
    [InlineData("under_review", "pending", false, false, true, "requirements.pending_verification")]
    [InlineData("details_due", "inactive", false, true, false, "requirements.past_due")]
    [InlineData("payouts_blocked", "active", false, false, false, "listed")]
    public async Task It_ends_as_one_chooses(string end, string transfers, bool payouts, bool due, bool pending, string? disabled)
    {
        var account = await Create();
        var answer = await host.PayBy(await Link(account), ("end", end));
        Assert.Equal((HttpStatusCode.SeeOther, "https://site.example/return"), (answer.Status, answer.Location));
        var after = (await host.Stripe.Get($"/v1/accounts/{account}")).Ok();
        var wanted = after["requirements"]!;
        Assert.True((bool)after["details_submitted"]!);
        Assert.Equal((transfers, payouts), ((string?)after["capabilities"]!["transfers"], (bool)after["payouts_enabled"]!));
        Assert.Equal((due, due, pending, disabled), (
            wanted["currently_due"]!.AsArray().Count > 0, wanted["past_due"]!.AsArray().Count > 0,
            wanted["pending_verification"]!.AsArray().Count > 0, (string?)wanted["disabled_reason"]));
        Assert.Equal("account.updated", (string?)Assert.Single((await Theirs(account).Get("/v1/events")).Data)["type"]);
    }

    [Fact]
    public async Task What_was_left_out_can_be_given_later()
    {
        var account = await Create();
        await host.PayBy(await Link(account), ("end", "details_due"));
        await host.PayBy(await Link(account), ("end", "complete"));
        var after = (await host.Stripe.Get($"/v1/accounts/{account}")).Ok();
        Assert.Empty(after["requirements"]!["currently_due"]!.AsArray());
        Assert.Null(after["requirements"]!["disabled_reason"]);
        Assert.True((bool)after["payouts_enabled"]!);
    }

    [Fact]
    public async Task An_end_that_there_is_not_changes_nothing_and_leaves_the_link_good()
    {
        var account = await Create();
        var link = await Link(account);
        Assert.Equal(HttpStatusCode.NotFound, (await host.PayBy(link, ("end", "perhaps"))).Status);
        Assert.False((bool)(await host.Stripe.Get($"/v1/accounts/{account}")).Ok()["details_submitted"]!);
        Assert.Equal(HttpStatusCode.SeeOther, (await host.PayBy(link)).Status);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("nl")]
    [InlineData("en")]
    [InlineData("it")]
    [InlineData("de")]
    public async Task The_page_offers_every_end_in_the_readers_language(string language)
    {
        using var client = host.NewClient();
        client.DefaultRequestHeaders.Add("Accept-Language", language);
        var page = await client.GetStringAsync(new Uri(await Link(await Create())));
        Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
        foreach (var end in new[] { "complete", "under_review", "details_due", "payouts_blocked" })
            Assert.Contains($"value=\"{end}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_may_set_each_requirement_by_itself()
    {
        var account = await Create();
        var after = await host.Control(
            $"accounts/{account}", ("onboarding", "complete"), ("currently_due", "external_account, company.tax_id"), ("current_deadline", "1900000000"), ("disabled_reason", "rejected.other"));
        var wanted = after["requirements"]!;
        Assert.Equal(["external_account", "company.tax_id"], wanted["currently_due"]!.AsArray().Select(name => (string?)name));
        Assert.Equal((1900000000L, "rejected.other"), ((long)wanted["current_deadline"]!, (string?)wanted["disabled_reason"]));
        after = await host.Control($"accounts/{account}", ("currently_due", ""), ("disabled_reason", ""), ("current_deadline", ""));
        Assert.Empty(after["requirements"]!["currently_due"]!.AsArray());
        Assert.Null(after["requirements"]!["disabled_reason"]);
        Assert.NotNull((await host.Control($"accounts/{account}", ("onboarding", "perhaps")))["error"]);
    }

    private StripeApi Theirs(string account) => new(host.NewClient()) { Account = account };

    private async Task<string> Create() =>
        (await host.Stripe.Post("/v1/accounts", ("type", "express"), ("country", "BE"), ("capabilities[transfers][requested]", "true"))).Ok().Id;

    private async Task<string> Link(string account) => (await host.Stripe.Post(
        "/v1/account_links", ("account", account), ("type", "account_onboarding"), ("collection_options[fields]", "eventually_due"),
        ("return_url", "https://site.example/return"), ("refresh_url", "https://site.example/refresh"))).Ok().Text("url");
}
