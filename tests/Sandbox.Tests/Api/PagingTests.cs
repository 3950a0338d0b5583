namespace Solidarity.Sandbox.Tests.Api;

public sealed class PagingTests : IAsyncLifetime, IDisposable
{
    private readonly SandboxHost host = new();
    private readonly List<string> newestFirst = [];

    public async Task InitializeAsync()
    {
        for (var i = 0; i < 25; i++) newestFirst.Insert(0, (await host.Stripe.Post("/v1/customers", ("name", $"{i}"))).Ok().Id);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task Ten_newest_come_first()
    {
        var page = (await host.Stripe.Get("/v1/customers")).Ok();
        Assert.Equal(newestFirst[..10], Ids(page));
        Assert.True((bool)page["has_more"]!);
        Assert.Equal("/v1/customers", page.Text("url"));
    }

    [Fact]
    public async Task Walking_on_visits_everything_once()
    {
        var seen = new List<string>();
        Reply page;
        do
        {
            page = (await host.Stripe.Get("/v1/customers", [("limit", "7"), .. seen.Count == 0 ? [] : new[] { ("starting_after", seen[^1]) }])).Ok();
            seen.AddRange(Ids(page));
        }
        while ((bool)page["has_more"]!);
        Assert.Equal(newestFirst, seen);
    }

    [Fact]
    public async Task Walking_back_gives_the_page_just_before()
    {
        var page = (await host.Stripe.Get("/v1/customers", ("limit", "5"), ("ending_before", newestFirst[12]))).Ok();
        Assert.Equal(newestFirst[7..12], Ids(page));
        Assert.True((bool)page["has_more"]!);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("101")]
    public async Task Limits_are_limited(string limit) =>
        (await host.Stripe.Get("/v1/customers", ("limit", limit))).Refused(400, "parameter_invalid_integer", "limit");

    [Fact]
    public async Task An_unknown_cursor_is_refused() =>
        (await host.Stripe.Get("/v1/customers", ("starting_after", "cus_none"))).Refused(400, "resource_missing", "starting_after");

    [Fact]
    public async Task Order_is_that_of_insertion_even_when_the_clock_goes_back()
    {
        await host.Control("clock", ("to", "1000000000"));
        var late = (await host.Stripe.Post("/v1/customers", ("name", "late"))).Ok();
        Assert.InRange(late.Number("created"), 1_000_000_000, 1_000_100_000);
        Assert.Equal(late.Id, Ids(await host.Stripe.Get("/v1/customers", ("limit", "1")))[0]);
        Assert.Equal([late.Id], Ids(await host.Stripe.Get("/v1/customers", ("created[lt]", "1100000000"))));
        Assert.Equal(25, Ids(await host.Stripe.Get("/v1/customers", ("created[gte]", "1100000000"), ("limit", "100"))).Count);
    }

    private static IReadOnlyList<string> Ids(Reply page) => [.. page.Data.Select(item => (string)item["id"]!)];
}
