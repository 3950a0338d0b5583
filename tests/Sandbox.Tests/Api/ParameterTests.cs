using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Solidarity.Sandbox.Tests.Api;

public sealed class ParameterTests(SandboxHost host) : IClassFixture<SandboxHost>
{
    private readonly StripeApi stripe = host.Stripe;

    [Fact]
    public async Task An_unknown_parameter_is_named()
    {
        var reply = await stripe.Post("/v1/refunds", ("charge", "ch_1"), ("colour", "red"));
        reply.Refused(400, "parameter_unknown", "colour");
        Assert.Equal("Received unknown parameter: colour", (string?)reply.Error["message"]);
    }

    [Fact]
    public async Task An_unknown_nested_parameter_is_named_with_its_path() =>
        (await stripe.Post("/v1/checkout/sessions", Journey.SessionFields(more: ("line_items[0][price_data][colour]", "red"))))
            .Refused(400, "parameter_unknown", "line_items[0][price_data][colour]");

    [Fact]
    public async Task A_missing_parameter_is_named() =>
        (await stripe.Post("/v1/transfers", ("amount", "100"), ("currency", "eur"))).Refused(400, "parameter_missing", "destination");

    [Theory]
    [InlineData("12.5")]
    [InlineData("ten")]
    [InlineData("99999999999999999999")]
    public async Task A_bad_integer_is_named(string amount) =>
        (await stripe.Post("/v1/refunds", ("charge", "ch_1"), ("amount", amount))).Refused(400, "parameter_invalid_integer", "amount");

    [Fact]
    public async Task An_empty_text_is_refused() =>
        (await stripe.Post("/v1/refunds", ("charge", ""))).Refused(400, "parameter_invalid_empty", "charge");

    [Fact]
    public async Task Parameters_of_lists_are_strict_too() =>
        (await stripe.Get("/v1/charges", ("since", "yesterday"))).Refused(400, "parameter_unknown", "since");

    [Fact]
    public async Task An_unknown_currency_is_refused() =>
        Assert.StartsWith("Invalid currency: doubloon", (string?)(await stripe.Post("/v1/checkout/sessions", Journey.SessionFields(currency: "doubloon"))).Error["message"], StringComparison.Ordinal);

    [Fact]
    public async Task Lists_may_be_numbered_or_not()
    {
        (await stripe.Get("/v1/events", ("types[]", "charge.succeeded"), ("types[]", "refund.created"))).Ok();
        (await stripe.Get("/v1/events", ("types[0]", "charge.succeeded"))).Ok();
    }

    [Theory]
    [InlineData("/v1/charges/ch_none", "No such charge: 'ch_none'")]
    [InlineData("/v1/checkout/sessions/cs_test_none", "No such checkout.session: 'cs_test_none'")]
    [InlineData("/v1/payment_intents/pi_none", "No such payment_intent: 'pi_none'")]
    [InlineData("/v1/transfers/tr_none", "No such transfer: 'tr_none'")]
    public async Task An_unknown_id_in_the_path_is_404(string path, string message)
    {
        var reply = await stripe.Get(path);
        reply.Refused(404, "resource_missing");
        Assert.Equal(message, (string?)reply.Error["message"]);
        Assert.Equal("https://docs.stripe.com/error-codes#resource-missing", (string?)reply.Error["doc_url"]);
    }

    [Fact]
    public async Task An_unknown_address_says_so() =>
        Assert.Contains("Unrecognized request URL (GET: /v1/nothing)", (string?)(await stripe.Get("/v1/nothing", ("a", "b"))).Refused(404, null).Error["message"]);

    [Fact]
    public async Task A_body_of_another_kind_is_refused() =>
        (await stripe.Send(new(HttpMethod.Post, "/v1/refunds") { Content = new StringContent("{}", Encoding.UTF8, "application/json") })).Refused(400, null);

    [Fact]
    public async Task Any_test_key_is_let_in_by_bearer_or_basic()
    {
        var basic = new HttpRequestMessage(HttpMethod.Get, "/v1/balance");
        basic.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String("sk_test_other:"u8));
        var reply = (await stripe.Send(basic)).Ok();
        Assert.StartsWith("req_", reply.Headers.GetValues("Request-Id").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sk_live_1234567890")]
    [InlineData("pk_test_1234567890")]
    public async Task Another_key_is_not(string key)
    {
        var reply = await new StripeApi(host.NewClient()) { Key = key }.Get("/v1/balance");
        Assert.Equal(HttpStatusCode.Unauthorized, reply.Status);
        Assert.Equal("invalid_request_error", (string?)reply.Error["type"]);
        Assert.DoesNotContain("123456", (string?)reply.Error["message"]);
    }

    [Fact]
    public async Task Acting_for_an_unknown_account_is_forbidden() =>
        (await new StripeApi(host.NewClient()) { Account = "acct_none" }.Get("/v1/balance")).Refused(403, "account_invalid");

    [Fact]
    public async Task Metadata_merges_and_a_key_is_removed_by_an_empty_value()
    {
        var customer = (await stripe.Post("/v1/customers", ("metadata[a]", "1"), ("metadata[b]", "2"))).Ok();
        var after = (await stripe.Post($"/v1/customers/{customer.Id}", ("metadata[a]", ""), ("metadata[c]", "3"))).Ok();
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"b":"2","c":"3"}"""), after["metadata"]), after["metadata"]!.ToJsonString());
    }
}
