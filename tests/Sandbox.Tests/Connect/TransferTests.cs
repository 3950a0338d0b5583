namespace Solidarity.Sandbox.Tests.Connect;

public sealed class TransferTests : IDisposable
{
    private readonly SandboxHost host = new();

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task With_a_source_pending_money_may_go_up_to_the_amount_of_the_charge()
    {
        var (account, charge) = (await host.ReadyAccount(), await host.PaidCharge(2000));
        var transfer = (await Transfer(1200, account, charge.Id)).Ok();
        Assert.Equal((charge.Id, account), (transfer.Text("source_transaction"), transfer.Text("destination")));
        (await Transfer(801, account, charge.Id)).Refused(400, null, "amount");
        (await Transfer(800, account, charge.Id)).Ok();
        Assert.Equal(2000, (long)(await host.Look($"books?account={account}"))["balances"]!["eur"]!);
        Assert.Equal(-55, (long)(await host.Look("books"))["balances"]!["eur"]!);
    }

    [Fact]
    public async Task Without_a_source_only_available_money_may_go()
    {
        var account = await host.ReadyAccount();
        await host.PaidCharge(2000);
        (await Transfer(1000, account)).Refused(400, "balance_insufficient");
        await host.Advance(4 * 86400);
        (await Transfer(1945, account)).Ok();
        (await Transfer(1, account)).Refused(400, "balance_insufficient");
    }

    [Fact]
    public async Task The_destination_must_exist_and_take_transfers()
    {
        var charge = await host.PaidCharge();
        (await Transfer(100, "acct_none", charge.Id)).Refused(400, "resource_missing", "destination");
        var raw = (await host.Stripe.Post("/v1/accounts", ("type", "express"), ("capabilities[transfers][requested]", "true"))).Ok();
        (await Transfer(100, raw.Id, charge.Id)).Refused(400, "insufficient_capabilities_for_transfer");
    }

    [Fact]
    public async Task The_connected_account_sees_a_payment()
    {
        var (account, charge) = (await host.ReadyAccount(), await host.PaidCharge(2000));
        var transfer = (await Transfer(1000, account, charge.Id)).Ok();
        var theirs = new StripeApi(host.NewClient()) { Account = account };
        var payment = (await theirs.Get($"/v1/charges/{transfer.Text("destination_payment")}", ("expand[]", "balance_transaction"))).Ok();
        Assert.Equal(transfer.Id, payment.Text("source_transfer"));
        Assert.Equal(("payment", 1000L, "pending"), ((string?)payment["balance_transaction"]!["type"], (long)payment["balance_transaction"]!["net"]!, (string?)payment["balance_transaction"]!["status"]));
    }

    [Fact]
    public async Task Transfers_are_found_by_group_and_destination()
    {
        var (one, two, charge) = (await host.ReadyAccount(), await host.ReadyAccount(), await host.PaidCharge(2000));
        await Transfer(100, one, charge.Id, ("transfer_group", "gift-1"));
        await Transfer(200, two, charge.Id, ("transfer_group", "gift-1"));
        await Transfer(300, two, charge.Id, ("transfer_group", "gift-2"));
        Assert.Equal([200L, 100L], (await host.Stripe.Get("/v1/transfers", ("transfer_group", "gift-1"))).Data.Select(found => (long)found["amount"]!));
        Assert.Equal(200, (long)Assert.Single((await host.Stripe.Get("/v1/transfers", ("transfer_group", "gift-1"), ("destination", two))).Data)["amount"]!);
    }

    [Fact]
    public async Task A_reversal_brings_money_back_and_frees_the_source()
    {
        var (account, charge) = (await host.ReadyAccount(), await host.PaidCharge(2000));
        var transfer = (await Transfer(2000, account, charge.Id)).Ok();
        var reversal = (await host.Stripe.Post($"/v1/transfers/{transfer.Id}/reversals", ("amount", "500"), ("metadata[refund]", "9"))).Ok();
        Assert.Equal((500L, transfer.Id), (reversal.Number("amount"), reversal.Text("transfer")));
        var after = (await host.Stripe.Get($"/v1/transfers/{transfer.Id}")).Ok();
        Assert.Equal((500L, false, 1), (after.Number("amount_reversed"), (bool)after["reversed"]!, after["reversals"]!["data"]!.AsArray().Count));
        (await host.Stripe.Post($"/v1/transfers/{transfer.Id}/reversals", ("amount", "1501"))).Refused(400, null, "amount");
        (await host.Stripe.Post($"/v1/transfers/{transfer.Id}/reversals")).Ok();
        (await host.Stripe.Post($"/v1/transfers/{transfer.Id}/reversals")).Refused(400, "transfer_already_reversed");
        Assert.Equal(2, (await host.Stripe.Get($"/v1/transfers/{transfer.Id}/reversals")).Ok().Data.Count);
        Assert.Equal(0, (long)(await host.Look($"books?account={account}"))["balances"]!["eur"]!);
        (await Transfer(2000, account, charge.Id)).Ok();
    }

    [Fact]
    public async Task What_the_partner_has_been_paid_out_cannot_be_reversed()
    {
        var (account, charge) = (await host.ReadyAccount(), await host.PaidCharge(2000));
        var transfer = (await Transfer(2000, account, charge.Id)).Ok();
        await host.Advance(4 * 86400);
        await host.Control("payouts", ("account", account));
        (await host.Stripe.Post($"/v1/transfers/{transfer.Id}/reversals")).Refused(400, "balance_insufficient");
    }

    private Task<Reply> Transfer(long amount, string destination, string? source = null, params (string, string)[] more) =>
        host.Stripe.Post("/v1/transfers", [("amount", $"{amount}"), ("currency", "eur"), ("destination", destination), .. source is null ? [] : new[] { ("source_transaction", source) }, .. more]);
}
