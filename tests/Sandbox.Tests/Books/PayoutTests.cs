namespace Solidarity.Sandbox.Tests.Books;

public sealed class PayoutTests : IDisposable
{
    private readonly SandboxHost host = new();

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task A_partners_payout_is_followed_to_the_transfers_and_reversals_it_was_made_of()
    {
        var (account, transfer, reversal) = await TransferredAndPartlyReversed();
        var payout = await PayOut(account);
        Assert.Equal((1500L, "paid"), ((long)payout["amount"]!, (string?)payout["status"]));
        var paidOut = (await Theirs(account).Get("/v1/balance_transactions", ("payout", (string)payout["id"]!), ("expand[]", "data.source"))).Ok().Data;
        Assert.Equal(["payout", "payment_refund", "payment"], paidOut.Select(entry => (string?)entry["type"]));
        Assert.Equal((reversal, transfer), ((string?)paidOut[1]["source"]!["source_transfer_reversal"], (string?)paidOut[2]["source"]!["source_transfer"]));
        Assert.Empty((await host.Stripe.Get("/v1/payouts")).Data);
        Assert.All((await Theirs(account).Get("/v1/events", ("type", "payout.paid"))).Data, found => Assert.Equal(account, (string?)found["account"]));
    }

    [Fact]
    public async Task A_payout_is_on_its_way_first_if_one_likes()
    {
        var (account, _, _) = await TransferredAndPartlyReversed();
        var id = (string)(await PayOut(account, "in_transit"))["id"]!;
        Assert.Equal("in_transit", (await Theirs(account).Get($"/v1/payouts/{id}")).Ok().Text("status"));
        Assert.Equal("paid", (string?)(await host.Control($"payouts/{id}", ("status", "paid")))["status"]);
        Assert.NotNull((await host.Control($"payouts/{id}", ("status", "paid")))["error"]);
        Assert.NotNull((await host.Control($"payouts/{id}", ("status", "perhaps")))["error"]);
        Assert.NotNull((await host.Control("payouts/po_none", ("status", "paid")))["error"]);
    }

    [Fact]
    public async Task A_payout_that_fails_brings_the_money_back_for_the_next()
    {
        var (account, _, _) = await TransferredAndPartlyReversed();
        var failed = await PayOut(account, "failed");
        Assert.Equal(("failed", "account_closed"), ((string?)failed["status"], (string?)failed["failure_code"]));
        Assert.Equal(["payout.created", "payout.paid", "payout.failed"], (await Theirs(account).Get("/v1/events", ("limit", "3"))).Data.Select(found => (string?)found["type"]).Reverse());
        var next = await PayOut(account);
        Assert.Equal(1500, (long)next["amount"]!);
        var entries = (await Theirs(account).Get("/v1/balance_transactions", ("payout", (string)next["id"]!))).Ok().Data;
        Assert.Equal(["payout", "payout_failure"], entries.Select(entry => (string?)entry["type"]));
        Assert.Equal(((string?)failed["failure_balance_transaction"], (string?)failed["id"]), ((string?)entries[1]["id"], (string?)entries[1]["source"]));
        Assert.Equal(0, (long)(await host.Look($"books?account={account}"))["balances"]!["eur"]!);
    }

    [Fact]
    public async Task Nothing_is_paid_out_where_payouts_are_blocked()
    {
        var (account, _, _) = await TransferredAndPartlyReversed();
        await host.Control($"accounts/{account}", ("onboarding", "payouts_blocked"));
        Assert.NotNull((await host.Control("payouts", ("account", account)))["error"]);
        Assert.NotNull((await host.Control("payouts", ("status", "perhaps")))["error"]);
    }

    /// <summary>An account that has 15.00 to be paid out: a transfer of 20.00 and a reversal of 5.00.</summary>
    private async Task<(string Account, string Transfer, string Reversal)> TransferredAndPartlyReversed()
    {
        var (account, charge) = (await host.ReadyAccount(), await host.PaidCharge(2000));
        var transfer = (await host.Stripe.Post("/v1/transfers", ("amount", "2000"), ("currency", "eur"), ("destination", account), ("source_transaction", charge.Id))).Ok().Id;
        var reversal = (await host.Stripe.Post($"/v1/transfers/{transfer}/reversals", ("amount", "500"))).Ok().Id;
        await host.Advance(4 * 86400);
        return (account, transfer, reversal);
    }

    private async Task<JsonNode> PayOut(string account, string status = "") =>
        Assert.Single((await host.Control("payouts", ("account", account), ("status", status)))["data"]!.AsArray())!;

    private StripeApi Theirs(string account) => new(host.NewClient()) { Account = account };
}
