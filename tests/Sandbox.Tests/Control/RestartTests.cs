using Solidarity.Sandbox.Tests.Webhooks;

namespace Solidarity.Sandbox.Tests.Control;

public sealed class RestartTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sandbox").FullName;

    private string Journal => Path.Combine(folder, "journal.jsonl");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Everything_is_there_after_a_restart()
    {
        string books, charge, session, open;
        await using (var first = Start())
        {
            var account = await first.ReadyAccount();
            charge = (await first.PaidCharge(5000)).Id;
            var transfer = (await first.Stripe.Post("/v1/transfers", ("amount", "1000"), ("currency", "eur"), ("destination", account), ("source_transaction", charge))).Ok();
            (await first.Stripe.Post($"/v1/transfers/{transfer.Id}/reversals", ("amount", "10"))).Ok();
            (await first.Stripe.Post("/v1/refunds", ("charge", charge), ("amount", "300"))).Ok();
            session = (await first.Stripe.PostOnce("key", "/v1/checkout/sessions", Journey.SessionFields())).Ok().Id;
            await first.Control("clock", ("advance", "500"));
            open = await Picture(first, charge, session);
            books = await Books(first);
        }

        for (var restart = 0; restart < 2; restart++)
        {
            await using var next = Start();
            Assert.Equal(books, await Books(next));
            Assert.Equal(open, await Picture(next, charge, session));
            Assert.Equal(500, (long)(await next.Look("clock"))["offset_seconds"]!);
            Assert.Equal(session, (await next.Stripe.PostOnce("key", "/v1/checkout/sessions", Journey.SessionFields())).Ok().Id);
            (await next.Stripe.Post("/v1/refunds", ("charge", charge), ("amount", "4701"))).Refused(400, null, "amount");
        }
    }

    [Fact]
    public async Task A_line_torn_by_a_kill_is_as_if_it_never_was()
    {
        string books;
        await using (var first = Start())
        {
            await first.PaidCharge(5000);
            books = await Books(first);
        }

        await File.AppendAllTextAsync(Journal, """[{"kind":"balance_transaction","Type":"charge","Amou""");
        await using (var second = Start())
        {
            Assert.Equal(books, await Books(second));
            await second.PaidCharge(100);
            books = await Books(second);
        }

        await using var third = Start();
        Assert.Equal(books, await Books(third));
    }

    [Fact]
    public async Task What_was_to_happen_still_happens()
    {
        string session;
        await using (var first = Start())
        {
            session = (await first.NewSession()).Id;
            await first.PaidCharge(3000, "4000000000000259");
        }

        await using var second = Start();
        await second.Advance(86_500);
        Assert.Equal("expired", (await second.Stripe.Get($"/v1/checkout/sessions/{session}")).Text("status"));
        Assert.Single((await second.Stripe.Get("/v1/disputes")).Data);
    }

    [Fact]
    public async Task Webhooks_that_were_not_taken_are_sent_after_the_restart()
    {
        await using var site = await Receiver.Start();
        site.Answer = _ => 500;
        await using (var first = Start(site))
        {
            await first.PaidCharge();
            await site.Until(all => all.Count >= 4);
        }

        var before = site.All.Count;
        site.Answer = _ => 200;
        await using var second = Start(site);
        (await second.Stripe.Get("/v1/balance")).Ok();
        var after = await site.Until(all => all.Skip(before).Select(one => one.Id).Distinct().Count() == 4);
        Assert.Equal(4, after.Select(one => one.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_reset_is_remembered_too()
    {
        await using (var first = Start())
        {
            await first.PaidCharge();
            await first.Control("reset");
        }

        await using var second = Start();
        Assert.Empty((await second.Stripe.Get("/v1/charges")).Data);
    }

    private SandboxHost Start(Receiver? site = null) => SandboxHost.With(
        ("SANDBOX_DATA", folder), ("SANDBOX_WEBHOOK_URL", site?.Url ?? ""), ("SANDBOX_WEBHOOK_SECRET", site is null ? "" : Receiver.Secret));

    private static async Task<string> Books(SandboxHost host)
    {
        var books = await host.Look("books");
        return books["balances"]!.ToJsonString() + books["transactions"]!.ToJsonString();
    }

    private static async Task<string> Picture(SandboxHost host, string charge, string session) => string.Join('\n', await Task.WhenAll(
        Text(host, $"/v1/charges/{charge}"), Text(host, $"/v1/checkout/sessions/{session}"), Text(host, "/v1/events?limit=100"),
        Text(host, "/v1/transfers"), Text(host, "/v1/accounts"), Text(host, "/v1/refunds"), Text(host, "/v1/payment_intents")));

    private static async Task<string> Text(SandboxHost host, string path) => (await host.Stripe.Get(path)).Ok().Body.ToJsonString();
}
