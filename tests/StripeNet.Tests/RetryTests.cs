using System.Net;
using Stripe;

namespace Solidarity.StripeNet.Tests;

public class RetryTests
{
    private static readonly Func<HttpResponseMessage> Fine = StubStripe.Json("""{"id":"tr_1","object":"transfer"}""");
    private static readonly Func<HttpResponseMessage> Lost = StubStripe.Fails(new HttpRequestException("reset"));
    private static readonly Func<HttpResponseMessage> Late = StubStripe.Fails(new TaskCanceledException("timeout", new TimeoutException()));

    private static Task<Transfer> Create(StubStripe stripe, string? key = "transfer-1", int retries = 2) =>
        new TransferService(stripe.Client(retries)).CreateAsync(new() { Amount = 1 }, new() { IdempotencyKey = key });

    private static Func<HttpResponseMessage> Status(int status, params (string, string)[] headers) =>
        StubStripe.Json("""{"error":{"type":"api_error","message":"no"}}""", (HttpStatusCode)status, headers);

    [Theory]
    [InlineData(409, null, 3)]
    [InlineData(500, null, 3)]
    [InlineData(502, null, 3)]
    [InlineData(503, null, 3)]
    [InlineData(400, null, 1)]
    [InlineData(402, null, 1)]
    [InlineData(404, null, 1)]
    [InlineData(429, null, 1)]
    [InlineData(429, "true", 3)]
    [InlineData(400, "true", 3)]
    [InlineData(500, "false", 1)]
    [InlineData(409, "false", 1)]
    [InlineData(500, "perhaps", 3)]
    public async Task Answers_are_asked_for_again_as_Stripe_says(int status, string? shouldRetry, int requests)
    {
        using var stripe = new StubStripe(shouldRetry is null ? Status(status) : Status(status, ("Stripe-Should-Retry", shouldRetry)));

        var refusal = await Assert.ThrowsAsync<StripeException>(() => Create(stripe));

        Assert.Equal((HttpStatusCode)status, refusal.HttpStatusCode);
        Assert.Equal(requests, stripe.Requests.Count);
        Assert.Equal(requests - 1, stripe.Time.Pauses.Count);
    }

    [Fact]
    public async Task A_call_survives_two_troubles_and_repeats_itself_exactly()
    {
        using var stripe = new StubStripe(Lost, Late, Fine);

        Assert.Equal("tr_1", (await Create(stripe)).Id);

        Assert.Equal(3, stripe.Requests.Count);
        Assert.All(stripe.Requests, r => Assert.Equal(("amount=1", "transfer-1"), (r.Body, r.Headers["Idempotency-Key"])));
    }

    [Fact]
    public async Task Pauses_grow_and_vary_within_their_bounds()
    {
        using var stripe = new StubStripe(Status(500));

        await Assert.ThrowsAsync<StripeException>(() => Create(stripe, retries: 6));

        double[] longest = [0.5, 1, 2, 4, 5, 5];
        Assert.Equal(longest.Length, stripe.Time.Pauses.Count);
        Assert.All(stripe.Time.Pauses.Zip(longest), p => Assert.InRange(p.First.TotalSeconds, p.Second * 0.74, p.Second));
    }

    [Theory]
    [InlineData("7", 7, 7)]
    [InlineData("0", 0.37, 0.5)]
    [InlineData("3600", 0.37, 0.5)]
    [InlineData("soon", 0.37, 0.5)]
    public async Task A_pause_Stripe_asks_for_is_kept_up_to_a_minute(string retryAfter, double least, double most)
    {
        using var stripe = new StubStripe(Status(503, ("Retry-After", retryAfter)), Fine);
        await Create(stripe);
        Assert.InRange(Assert.Single(stripe.Time.Pauses).TotalSeconds, least, most);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task A_post_without_a_key_is_never_repeated(string? key)
    {
        using var broken = new StubStripe(Status(500, ("Stripe-Should-Retry", "true")));
        using var lost = new StubStripe(Lost);
        using var late = new StubStripe(Late);

        await Assert.ThrowsAsync<StripeException>(() => Create(broken, key));
        await Assert.ThrowsAsync<HttpRequestException>(() => Create(lost, key));
        await Assert.ThrowsAsync<TaskCanceledException>(() => Create(late, key));

        Assert.All([broken, lost, late], stripe => Assert.Single(stripe.Requests));
    }

    [Fact]
    public async Task A_get_is_repeated_without_a_key()
    {
        using var stripe = new StubStripe(Lost, Status(500), Fine);
        await new ChargeService(stripe.Client()).GetAsync("ch_1");
        Assert.Equal(3, stripe.Requests.Count);
    }

    [Fact]
    public async Task Trouble_that_lasts_passes_through_as_it_is()
    {
        using var lost = new StubStripe(Lost);
        using var late = new StubStripe(Late);

        await Assert.ThrowsAsync<HttpRequestException>(() => Create(lost));
        await Assert.ThrowsAsync<TaskCanceledException>(() => Create(late));

        Assert.Equal((3, 3), (lost.Requests.Count, late.Requests.Count));
    }

    [Fact]
    public async Task A_caller_who_cancels_is_not_kept_waiting()
    {
        using var cancelled = new CancellationTokenSource();
        using var stripe = new StubStripe(() =>
        {
            cancelled.Cancel();
            throw new TaskCanceledException();
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new ChargeService(stripe.Client()).GetAsync("ch_1", cancellationToken: cancelled.Token));

        Assert.Single(stripe.Requests);
    }

    [Fact]
    public async Task No_retries_means_one_request()
    {
        using var stripe = new StubStripe(Lost);
        await Assert.ThrowsAsync<HttpRequestException>(() => Create(stripe, retries: 0));
        Assert.Single(stripe.Requests);
    }
}
