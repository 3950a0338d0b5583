namespace Solidarity.Sandbox.Tests.Api;

public sealed class IdempotencyTests(SandboxHost host) : IClassFixture<SandboxHost>
{
    private readonly StripeApi stripe = host.Stripe;

    [Fact]
    public async Task The_same_request_is_answered_from_memory()
    {
        var first = (await stripe.PostOnce("session-1", "/v1/checkout/sessions", Journey.SessionFields())).Ok();
        var again = (await stripe.PostOnce("session-1", "/v1/checkout/sessions", Journey.SessionFields())).Ok();
        Assert.Equal(first.Body.ToJsonString(), again.Body.ToJsonString());
        Assert.Equal("true", again.Headers.GetValues("Idempotent-Replayed").Single());
        Assert.False(first.Headers.Contains("Idempotent-Replayed"));
    }

    [Fact]
    public async Task Other_parameters_under_the_same_key_are_refused()
    {
        (await stripe.PostOnce("session-2", "/v1/checkout/sessions", Journey.SessionFields(1000))).Ok();
        var other = await stripe.PostOnce("session-2", "/v1/checkout/sessions", Journey.SessionFields(1001));
        Assert.Equal(400, (int)other.Status);
        Assert.Equal("idempotency_error", (string?)other.Error["type"]);
    }

    [Fact]
    public async Task A_refusal_of_the_work_is_remembered_one_of_the_form_is_not()
    {
        var account = (await stripe.Post("/v1/accounts", ("type", "express"), ("capabilities[transfers][requested]", "true"))).Ok().Id;
        var charge = await host.PaidCharge(5000);
        (string, string)[] transfer = [("amount", "100"), ("currency", "eur"), ("destination", account), ("source_transaction", charge.Id)];
        (await stripe.PostOnce("transfer-1", "/v1/transfers", ("amount", "x"))).Refused(400, "parameter_missing");
        (await stripe.PostOnce("transfer-1", "/v1/transfers", transfer)).Refused(400, "insufficient_capabilities_for_transfer");
        await host.Control($"accounts/{account}", ("transfers", "active"));
        var replay = await stripe.PostOnce("transfer-1", "/v1/transfers", transfer);
        replay.Refused(400, "insufficient_capabilities_for_transfer");
        Assert.True(replay.Headers.Contains("Idempotent-Replayed"));
        (await stripe.PostOnce("transfer-2", "/v1/transfers", transfer)).Ok();
    }

    [Fact]
    public async Task The_order_of_parameters_does_not_matter()
    {
        var fields = Journey.SessionFields();
        var first = (await stripe.PostOnce("session-3", "/v1/checkout/sessions", fields)).Ok();
        Assert.Equal(first.Id, (await stripe.PostOnce("session-3", "/v1/checkout/sessions", [.. fields.Reverse()])).Ok().Id);
    }

    [Fact]
    public async Task Keys_of_another_account_are_other_keys()
    {
        var account = await host.ReadyAccount();
        var own = (await stripe.PostOnce("customer-1", "/v1/customers", ("name", "Ada"))).Ok();
        var theirs = (await new StripeApi(host.NewClient()) { Account = account }.PostOnce("customer-1", "/v1/customers", ("name", "Ada"))).Ok();
        Assert.NotEqual(own.Id, theirs.Id);
    }

    [Fact]
    public async Task Of_concurrent_requests_one_works_and_the_others_wait_their_turn()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => host.Stripe.PostOnce("customer-2", "/v1/customers", ("name", "Bo"))));
        Assert.All(replies, reply => Assert.True((int)reply.Status is 200 or 409, reply.Body.ToJsonString()));
        Assert.Single(replies.Where(reply => (int)reply.Status == 200).Select(reply => reply.Id).Distinct());
        Assert.All(replies.Where(reply => (int)reply.Status == 409), reply => Assert.Equal("idempotency_key_in_use", reply.ErrorCode));
    }
}

public sealed class IdempotencyOverTimeTests
{
    [Fact]
    public async Task A_slow_first_request_makes_the_second_a_conflict()
    {
        await using var host = new SandboxHost();
        await host.Control("chaos", ("slow_ms", "400"));
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => host.Stripe.PostOnce("slow", "/v1/customers", ("name", "Ci"))));
        Assert.Equal([200, 409], both.Select(reply => (int)reply.Status).Order());
    }

    [Fact]
    public async Task Keys_are_forgotten_after_a_day()
    {
        await using var host = new SandboxHost();
        var first = (await host.Stripe.PostOnce("k", "/v1/customers")).Ok();
        await host.Advance(23 * 3600);
        Assert.Equal(first.Id, (await host.Stripe.PostOnce("k", "/v1/customers")).Ok().Id);
        await host.Advance(2 * 3600);
        Assert.NotEqual(first.Id, (await host.Stripe.PostOnce("k", "/v1/customers")).Ok().Id);
    }

    [Fact]
    public async Task An_answer_lost_on_purpose_is_found_again_by_its_key()
    {
        await using var host = new SandboxHost();
        await host.Control("chaos", ("fail_api", "1"));
        Assert.Equal(500, (int)(await host.Stripe.PostOnce("k", "/v1/customers", ("name", "Di"))).Status);
        await host.Control("chaos");
        var found = (await host.Stripe.PostOnce("k", "/v1/customers", ("name", "Di"))).Ok();
        Assert.Equal(found.Id, Assert.Single((await host.Stripe.Get("/v1/customers")).Data)["id"]!.ToString());
    }
}
