using System.Net;
using Stripe;

namespace Solidarity.StripeNet.Tests;

public class ErrorTests
{
    private static async Task<StripeException> Refused(string body, int status, params (string, string)[] headers)
    {
        using var stripe = new StubStripe(StubStripe.Json(body, (HttpStatusCode)status, headers));
        return await Assert.ThrowsAsync<StripeException>(() => new ChargeService(stripe.Client(retries: 0)).GetAsync("ch_1"));
    }

    [Fact]
    public async Task A_declined_card_tells_why()
    {
        var refusal = await Refused(
            """{"error":{"type":"card_error","code":"card_declined","decline_code":"insufficient_funds","message":"Declined.","param":"card","payment_intent":{"id":"pi_1","object":"payment_intent","status":"requires_payment_method"},"news":[1]}}""",
            402,
            ("Request-Id", "req_9"));

        Assert.Equal(HttpStatusCode.PaymentRequired, refusal.HttpStatusCode);
        Assert.Equal("Declined.", refusal.Message);
        Assert.Equal("card_error", refusal.StripeError?.Type);
        Assert.Equal("card_declined", refusal.StripeError?.Code);
        Assert.Equal("insufficient_funds", refusal.StripeError?.DeclineCode);
        Assert.Equal("card", refusal.StripeError?.Param);
        Assert.Equal("pi_1", refusal.StripeError?.PaymentIntent?.Id);
        Assert.Equal("req_9", refusal.StripeResponse?.RequestId);
        Assert.Same(refusal.StripeResponse, refusal.StripeError?.StripeResponse);
    }

    [Fact]
    public async Task An_OAuth_refusal_is_read_too()
    {
        var refusal = await Refused("""{"error":"invalid_grant","error_description":"Code expired."}""", 400);
        Assert.Equal("Code expired.", refusal.Message);
        Assert.Equal("invalid_grant", refusal.StripeError?.Error);
    }

    [Theory]
    [InlineData("<html>Bad gateway</html>", 502)]
    [InlineData("", 500)]
    [InlineData("null", 500)]
    [InlineData("[]", 500)]
    [InlineData("{}", 404)]
    [InlineData("{\"error\":null}", 404)]
    [InlineData("{\"error\":{\"message\":5}}", 400)]
    [InlineData("<html>Hello from a proxy</html>", 200)]
    [InlineData("", 200)]
    [InlineData("null", 200)]
    [InlineData("[1]", 200)]
    [InlineData("{\"amount\":\"many\"}", 200)]
    [InlineData("{\"created\":99999999999999}", 200)]
    public async Task A_body_that_is_not_Stripes_is_a_StripeException_as_well(string body, int status)
    {
        var refusal = await Refused(body, status);
        Assert.Equal((HttpStatusCode)status, refusal.HttpStatusCode);
        Assert.Null(refusal.StripeError);
        Assert.Equal(body, refusal.StripeResponse?.Content);
    }
}
