namespace Solidarity.Sandbox.Tests.Payments;

public sealed class DisputeTests : IDisposable
{
    private readonly SandboxHost host = new();

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task The_disputed_card_takes_the_money_back_a_little_later()
    {
        var (charge, dispute) = await Disputed();
        Assert.Equal(("needs_response", 3000L), ((string?)dispute["status"], (long)dispute["amount"]!));
        var booked = Assert.Single(dispute["balance_transactions"]!.AsArray())!;
        Assert.Equal(("adjustment", -3000L, 2000L, -5000L), ((string?)booked["type"], (long)booked["amount"]!, (long)booked["fee"]!, (long)booked["net"]!));
        Assert.True((bool)(await host.Stripe.Get($"/v1/charges/{charge}"))["disputed"]!);
        Assert.Equal(["charge.dispute.created", "charge.dispute.funds_withdrawn"], (await host.EventTypes())[^2..]);
        (await host.Stripe.Post("/v1/refunds", ("charge", charge))).Refused(400, "charge_disputed");
    }

    [Fact]
    public async Task A_won_dispute_brings_the_amount_back()
    {
        var (_, dispute) = await Disputed();
        Assert.Equal("won", (string?)(await host.Control($"disputes/{dispute["id"]}", ("status", "won")))["status"]);
        Assert.Equal(["charge.dispute.funds_reinstated", "charge.dispute.closed"], (await host.EventTypes())[^2..]);
        Assert.Equal(3000 - 70 - 2000, (long)(await host.Look("books"))["balances"]!["eur"]!);
    }

    [Fact]
    public async Task A_lost_dispute_changes_no_money()
    {
        var (_, dispute) = await Disputed();
        await host.Control($"disputes/{dispute["id"]}", ("status", "lost"));
        Assert.Equal("charge.dispute.closed", (await host.EventTypes())[^1]);
        Assert.Equal(-70 - 2000, (long)(await host.Look("books"))["balances"]!["eur"]!);
        Assert.NotNull((await host.Control($"disputes/{dispute["id"]}", ("status", "won")))["error"]);
    }

    private async Task<(string Charge, JsonNode Dispute)> Disputed()
    {
        var charge = await host.PaidCharge(3000, "4000000000000259");
        Assert.Empty((await host.Stripe.Get("/v1/disputes")).Data);
        await host.Advance(6);
        return (charge.Id, Assert.Single((await host.Stripe.Get("/v1/disputes", ("charge", charge.Id))).Ok().Data));
    }
}
