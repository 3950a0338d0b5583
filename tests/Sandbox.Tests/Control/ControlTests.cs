using System.Net;

namespace Solidarity.Sandbox.Tests.Control;

public sealed class ControlTests : IDisposable
{
    private readonly SandboxHost host = new();

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task The_clock_runs_on_from_where_it_is_set()
    {
        Assert.InRange((long)(await host.Control("clock", ("to", "1700000000")))["now"]!, 1_700_000_000, 1_700_000_100);
        Assert.InRange((long)(await host.Control("clock", ("advance", "1000")))["now"]!, 1_700_001_000, 1_700_001_200);
        Assert.True((bool)(await host.Control("clock", ("real", "true")))["real"]!);
        Assert.NotNull((await host.Control("clock"))["error"]);
        Assert.NotNull((await host.Control("clock", ("advance", "9999999999")))["error"]);
    }

    [Fact]
    public async Task Chaos_that_is_not_named_is_off()
    {
        await host.Control("chaos", ("duplicate", "0.5"), ("slow_ms", "3"), ("down", "true"));
        Assert.Equal(503, (int)(await host.Stripe.Get("/v1/balance")).Status);
        var chaos = await host.Control("chaos", ("fail_api", "0.1"));
        Assert.Equal((0d, 0, false, 0.1), ((double)chaos["duplicate"]!, (int)chaos["slow_ms"]!, (bool)chaos["down"]!, (double)chaos["fail_api"]!));
        Assert.Equal(chaos.ToJsonString(), (await host.Look("chaos")).ToJsonString());
        (await host.Stripe.Get("/v1/balance")).Ok();
    }

    [Fact]
    public async Task A_limited_request_is_not_done_and_a_broken_connection_is_of_one_that_was()
    {
        await host.Control("chaos", ("limit_api", "1"));
        var limited = await host.Stripe.Post("/v1/customers", ("email", "limited@mail.example"));
        Assert.Equal((HttpStatusCode.TooManyRequests, "rate_limit"), (limited.Status, limited.ErrorCode));

        await host.Control("chaos", ("reset_api", "1"));
        await Assert.ThrowsAnyAsync<Exception>(() => host.Stripe.PostOnce("key", "/v1/customers", ("email", "broken@mail.example")));

        await host.Control("chaos");
        var again = await host.Stripe.PostOnce("key", "/v1/customers", ("email", "broken@mail.example"));
        Assert.True(again.Headers.Contains("Idempotent-Replayed"));
        Assert.Equal(again.Ok().Id, Assert.Single((await host.Stripe.Get("/v1/customers")).Data)["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_reset_forgets_everything()
    {
        await host.PaidCharge();
        await host.Advance(100);
        var before = (string?)(await host.Look("health"))["account"];
        await host.Control("reset");
        Assert.NotEqual(before, (string?)(await host.Look("health"))["account"]);
        Assert.Empty((await host.Stripe.Get("/v1/charges")).Data);
        Assert.Empty((await host.Look("books"))["transactions"]!.AsArray());
        Assert.True((bool)(await host.Look("clock"))["real"]!);
    }

    [Fact]
    public async Task Books_carry_the_metadata_of_the_payment()
    {
        var charge = await host.PaidCharge(more: ("payment_intent_data[metadata][donation]", "42"));
        await host.Stripe.Post("/v1/refunds", ("charge", charge.Id), ("amount", "1"));
        Assert.All((await host.Look("books"))["transactions"]!.AsArray(), entry => Assert.Equal("42", (string?)entry!["metadata"]!["donation"]));
    }

    [Fact]
    public async Task The_front_page_explains_itself()
    {
        using var client = host.NewClient();
        Assert.Contains("Stripe sandbox", await client.GetStringAsync(new Uri("http://localhost/")), StringComparison.Ordinal);
        using var style = await client.GetAsync(new Uri("http://localhost/sandbox/style.css"));
        Assert.Equal(("text/css", HttpStatusCode.OK), (style.Content.Headers.ContentType!.MediaType!, style.StatusCode));
    }
}
