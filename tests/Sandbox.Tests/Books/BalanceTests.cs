namespace Solidarity.Sandbox.Tests.Books;

public sealed class BalanceTests : IDisposable
{
    private readonly SandboxHost host = new();

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task Money_is_pending_first_and_available_some_days_later()
    {
        var charge = await host.PaidCharge(2000);
        Assert.Equal((0, 1945), await Balance());
        await host.Advance(4 * 86400);
        Assert.Equal((1945, 0), await Balance());
        Assert.Equal("available", (await host.Stripe.Get($"/v1/balance_transactions/{charge.Text("balance_transaction")}")).Text("status"));
    }

    [Fact]
    public async Task Transactions_are_found_by_source_and_type()
    {
        var charge = await host.PaidCharge(2000);
        await host.PaidCharge(3000);
        var refund = (await host.Stripe.Post("/v1/refunds", ("charge", charge.Id), ("amount", "500"))).Ok();
        Assert.Equal(-500, (long)Assert.Single((await host.Stripe.Get("/v1/balance_transactions", ("type", "refund"))).Data)["net"]!);
        Assert.Equal(1945, (long)Assert.Single((await host.Stripe.Get("/v1/balance_transactions", ("source", charge.Id))).Data)["net"]!);
        Assert.Empty((await host.Stripe.Get("/v1/balance_transactions", ("source", charge.Id), ("type", "refund"))).Data);
        Assert.Equal(refund.Text("balance_transaction"), (string?)(await host.Stripe.Get("/v1/balance_transactions", ("limit", "1"))).Data[0]["id"]);
    }

    [Fact]
    public async Task A_payout_takes_what_is_available_and_names_its_transactions()
    {
        await host.PaidCharge(2000);
        await host.Advance(4 * 86400);
        await host.PaidCharge(5000);
        var payout = Assert.Single((await host.Control("payouts"))["data"]!.AsArray())!;
        Assert.Equal(1945, (long)payout["amount"]!);
        var paidOut = (await host.Stripe.Get("/v1/balance_transactions", ("payout", (string)payout["id"]!))).Ok().Data;
        Assert.Equal(["payout", "charge"], paidOut.Select(entry => (string?)entry["type"]));
        Assert.Equal(0, paidOut.Sum(entry => (long)entry["net"]!));
        Assert.Equal((0, 4900), await Balance());
        Assert.Empty((await host.Control("payouts"))["data"]!.AsArray());
        Assert.Equal(["payout.created", "payout.paid"], (await host.EventTypes())[^2..]);
        Assert.Single((await host.Stripe.Get("/v1/payouts", ("status", "paid"))).Data);
    }

    [Fact]
    public async Task The_books_drift_by_nothing()
    {
        var account = await host.ReadyAccount();
        for (var i = 1; i <= 12; i++)
        {
            var charge = await host.PaidCharge(1000 + i * 37, i % 4 == 0 ? "4000000000000259" : Journey.Visa);
            var transfer = (await host.Stripe.Post("/v1/transfers", ("amount", $"{500 + i}"), ("currency", "eur"), ("destination", account), ("source_transaction", charge.Id))).Ok();
            if (i % 3 == 0) (await host.Stripe.Post($"/v1/transfers/{transfer.Id}/reversals", ("amount", "123"))).Ok();
            if (i % 4 == 1) (await host.Stripe.Post("/v1/refunds", ("charge", charge.Id), ("amount", $"{i * 11}"))).Ok();
        }

        await host.Advance(10 * 86400);
        foreach (var dispute in (await host.Stripe.Get("/v1/disputes")).Data.Take(2)) await host.Control($"disputes/{dispute["id"]}", ("status", "won"));
        await host.Control("payouts", ("account", account));
        foreach (var id in new[] { "", account })
        {
            var books = await host.Look($"books?account={id}");
            var sum = books["transactions"]!.AsArray().Sum(entry => (long)entry!["net"]!);
            Assert.Equal(sum, (long)books["balances"]!["eur"]!);
            Assert.All(books["transactions"]!.AsArray(), entry => Assert.Equal((long)entry!["net"]!, (long)entry["amount"]! - (long)entry["fee"]!));
            var (available, pending) = await Balance(id.Length == 0 ? null : id);
            Assert.Equal(sum, available + pending);
        }
    }

    private async Task<(long Available, long Pending)> Balance(string? account = null)
    {
        var balance = (await new StripeApi(host.NewClient()) { Account = account }.Get("/v1/balance")).Ok();
        return ((long)balance["available"]![0]!["amount"]!, (long)balance["pending"]![0]!["amount"]!);
    }
}
