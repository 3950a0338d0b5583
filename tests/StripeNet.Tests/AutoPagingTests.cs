using Stripe;

namespace Solidarity.StripeNet.Tests;

public class AutoPagingTests
{
    private static Func<HttpResponseMessage> Page(bool more, params string[] ids) => StubStripe.Json(
        $$"""{"object":"list","has_more":{{(more ? "true" : "false")}},"url":"/v1/refunds","data":[{{string.Join(',', ids.Select(id => $"{{\"id\":\"{id}\",\"object\":\"refund\"}}"))}}]}""");

    private static async Task<string> Walk(StubStripe stripe, RefundListOptions? options = null) =>
        string.Join(' ', await new RefundService(stripe.Client()).ListAutoPagingAsync(options).Select(refund => refund.Id).ToListAsync());

    [Fact]
    public async Task Pages_follow_one_another_to_the_end()
    {
        using var stripe = new StubStripe(Page(true, "re_1", "re_2"), Page(true, "re_3"), Page(false, "re_4"));
        var options = new RefundListOptions { Limit = 2, Charge = "ch_1" };

        Assert.Equal("re_1 re_2 re_3 re_4", await Walk(stripe, options));

        Assert.Equal(
            ["?charge=ch_1&limit=2", "?charge=ch_1&limit=2&starting_after=re_2", "?charge=ch_1&limit=2&starting_after=re_3"],
            stripe.Requests.Select(r => r.Uri.Query));
        Assert.Null(options.StartingAfter);
    }

    [Fact]
    public async Task Backwards_each_page_is_turned_round()
    {
        using var stripe = new StubStripe(Page(true, "re_3", "re_4"), Page(false, "re_1", "re_2"));
        Assert.Equal("re_4 re_3 re_2 re_1", await Walk(stripe, new() { EndingBefore = "re_5" }));
        Assert.Equal(["?ending_before=re_5", "?ending_before=re_3"], stripe.Requests.Select(r => r.Uri.Query));
    }

    [Fact]
    public async Task An_empty_page_ends_the_walk_even_if_more_are_promised()
    {
        using var stripe = new StubStripe(Page(true));
        Assert.Equal("", await Walk(stripe));
        Assert.Single(stripe.Requests);
    }

    [Fact]
    public async Task A_page_is_only_fetched_when_needed()
    {
        using var stripe = new StubStripe(Page(true, "re_1", "re_2"));
        await foreach (var refund in new RefundService(stripe.Client()).ListAutoPagingAsync())
            break;
        Assert.Single(stripe.Requests);
    }

    [Fact]
    public async Task Cancelling_ends_the_walk()
    {
        using var stripe = new StubStripe(Page(true, "re_1"));
        using var cancelled = new CancellationTokenSource();
        var walked = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var refund in new RefundService(stripe.Client()).ListAutoPagingAsync(cancellationToken: cancelled.Token))
            {
                walked++;
                await cancelled.CancelAsync();
            }
        });

        Assert.Equal(1, walked);
    }

    [Fact]
    public async Task A_list_can_be_enumerated_itself()
    {
        using var stripe = new StubStripe(StubStripe.Json("""{"object":"list","has_more":false,"data":[{"id":"evt_1","object":"event"},{"id":"evt_2","object":"event"}]}"""));
        var list = await new EventService(stripe.Client()).ListAsync();
        Assert.Equal(["evt_1", "evt_2"], list.Select(e => e.Id));
        Assert.False(list.HasMore);
    }
}
