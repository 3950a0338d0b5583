using System.Net;
using Stripe;
using Stripe.Checkout;

namespace Solidarity.StripeNet.Tests;

public class RequestTests
{
    [Fact]
    public async Task A_post_carries_key_version_account_and_form()
    {
        using var stripe = new StubStripe(StubStripe.Json("""{"id":"cs_1","object":"checkout.session","url":"https://pay.example"}""", HttpStatusCode.OK, ("Request-Id", "req_1"), ("Idempotency-Key", "session-9")));

        var session = await new SessionService(stripe.Client()).CreateAsync(
            new SessionCreateOptions { Mode = "payment" },
            new RequestOptions { IdempotencyKey = "session-9", StripeAccount = "acct_1" });

        var (method, uri, headers, body) = Assert.Single(stripe.Requests);
        Assert.Equal(HttpMethod.Post, method);
        Assert.Equal("https://api.stripe.com/v1/checkout/sessions", uri.ToString());
        Assert.Equal("mode=payment", body);
        Assert.Equal("Bearer sk_test_1", headers["Authorization"]);
        Assert.Equal("2026-07-29.dahlia", headers["Stripe-Version"]);
        Assert.Equal("session-9", headers["Idempotency-Key"]);
        Assert.Equal("acct_1", headers["Stripe-Account"]);
        Assert.Contains("Solidarity/1.0", headers["User-Agent"], StringComparison.Ordinal);
        Assert.Equal("https://pay.example", session.Url);
        Assert.Equal("req_1", session.StripeResponse?.RequestId);
        Assert.Equal("session-9", session.StripeResponse?.IdempotencyKey);
    }

    [Fact]
    public async Task A_get_carries_its_options_in_the_query_and_escapes_the_id()
    {
        using var stripe = new StubStripe(StubStripe.Json("""{"id":"x"}"""));
        var options = new ChargeGetOptions();
        options.AddExpand("balance_transaction");

        await new ChargeService(stripe.Client(stripeAccount: "acct_default")).GetAsync("ch_1/../x", options);

        var (_, uri, headers, body) = Assert.Single(stripe.Requests);
        Assert.Equal("https://api.stripe.com/v1/charges/ch_1%2F..%2Fx?expand[0]=balance_transaction", uri.OriginalString);
        Assert.Equal("acct_default", headers["Stripe-Account"]);
        Assert.False(headers.ContainsKey("Idempotency-Key"));
        Assert.Equal("", body);
    }

    [Fact]
    public async Task Another_server_can_take_Stripes_place()
    {
        using var stripe = new StubStripe(StubStripe.Json("""{"object":"account"}"""));
        var client = new StripeClient("sk_test_1", null, new SystemNetHttpClient(new HttpClient(stripe)), "http://localhost:5055/");

        await new AccountService(client).GetAsync("acct_1", null, new RequestOptions { ApiKey = "sk_test_2" });

        Assert.Equal("http://localhost:5055/v1/accounts/acct_1", stripe.Requests[0].Uri.ToString());
        Assert.Equal("Bearer sk_test_2", stripe.Requests[0].Headers["Authorization"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public async Task An_empty_id_is_refused_before_it_becomes_a_list(string id)
    {
        using var stripe = new StubStripe(StubStripe.Json("{}"));
        await Assert.ThrowsAsync<ArgumentException>(() => new ChargeService(stripe.Client()).GetAsync(id));
        Assert.Empty(stripe.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("sk_test 1")]
    [InlineData("sk_test_1\n")]
    public void A_key_with_white_space_is_refused(string key) => Assert.Throws<ArgumentException>(() => new StripeClient(key));

    [Fact]
    public async Task Without_any_key_nothing_is_sent() =>
        await Assert.ThrowsAsync<StripeException>(() => new AccountService(new StripeClient()).GetAsync("acct_1"));

    [Fact]
    public async Task Nested_paths_go_where_the_reference_says()
    {
        using var stripe = new StubStripe(StubStripe.Json("""{"id":"x"}"""));

        await new TransferReversalService(stripe.Client()).CreateAsync("tr_1", new() { Amount = 5 }, new() { IdempotencyKey = "k" });
        await new SessionService(stripe.Client()).ExpireAsync("cs_1");
        await new AccountLoginLinkService(stripe.Client()).CreateAsync("acct_1");

        Assert.Equal(
            ["POST /v1/transfers/tr_1/reversals", "POST /v1/checkout/sessions/cs_1/expire", "POST /v1/accounts/acct_1/login_links"],
            stripe.Requests.Select(r => $"{r.Method} {r.Uri.PathAndQuery}"));
    }

    [Fact]
    public async Task An_onboarding_link_is_asked_for_with_where_to_come_back()
    {
        using var stripe = new StubStripe(StubStripe.Json("""{"object":"account_link","created":1,"expires_at":301,"url":"https://connect.example/setup"}"""));

        var link = await new AccountLinkService(stripe.Client()).CreateAsync(new AccountLinkCreateOptions
        {
            Account = "acct_1",
            Type = "account_onboarding",
            ReturnUrl = "https://a.example/",
            CollectionOptions = new AccountLinkCollectionOptionsOptions { Fields = "eventually_due" },
        });

        Assert.Equal("account=acct_1&collection_options[fields]=eventually_due&return_url=https%3A%2F%2Fa.example%2F&type=account_onboarding", stripe.Requests[0].Body);
        Assert.Equal(("https://connect.example/setup", DateTime.UnixEpoch.AddSeconds(301)), (link.Url, link.ExpiresAt));
    }

    [Fact]
    public async Task A_connected_account_is_named_when_its_balance_is_read()
    {
        using var stripe = new StubStripe(StubStripe.Json("""{"object":"balance","available":[{"amount":-5,"currency":"eur"}],"livemode":false,"pending":[{"amount":7,"currency":"jpy"}]}"""));

        var balance = await new BalanceService(stripe.Client()).GetAsync(null, new RequestOptions { StripeAccount = "acct_1" });

        Assert.Equal("acct_1", stripe.Requests[0].Headers["Stripe-Account"]);
        Assert.Equal((-5, "eur", 7, "jpy"), (balance.Available[0].Amount, balance.Available[0].Currency, balance.Pending[0].Amount, balance.Pending[0].Currency));
    }

    [Fact]
    public async Task Payouts_are_read_one_by_one_or_since_a_moment()
    {
        using var stripe = new StubStripe(StubStripe.Json("""{"object":"list","data":[{"id":"po_1","object":"payout","status":"failed","failure_code":"account_closed"}],"has_more":false}"""));

        var payouts = await new PayoutService(stripe.Client()).ListAsync(new PayoutListOptions { Created = new() { GreaterThanOrEqual = DateTime.UnixEpoch.AddSeconds(9) }, Limit = 3 });

        Assert.Equal("https://api.stripe.com/v1/payouts?created[gte]=9&limit=3", stripe.Requests[0].Uri.OriginalString);
        Assert.Equal(("po_1", "failed", "account_closed"), (payouts.Data[0].Id, payouts.Data[0].Status, payouts.Data[0].FailureCode));
    }
}
