namespace Solidarity.Sandbox.Tests.Books;

public sealed class FeeTests(SandboxHost host) : IClassFixture<SandboxHost>
{
    [Theory]
    [InlineData(2000, "eur", 55)] // 30 + 25
    [InlineData(50, "eur", 26)] // 0.75 rounds to 1
    [InlineData(233, "eur", 28)] // 3.495 rounds to 3
    [InlineData(1234567, "eur", 18544)] // 18518.505 rounds to 18519
    [InlineData(100, "eur", 27)] // 1.5 rounds up to 2
    [InlineData(1000, "jpy", 55)] // 15 + 40, yen have no cents
    public async Task Card_fees_are_rounded_half_up(long amount, string currency, long fee)
    {
        var charge = await host.PaidCharge(amount, currency: currency);
        var transaction = (await host.Stripe.Get($"/v1/balance_transactions/{charge.Text("balance_transaction")}")).Ok();
        Assert.Equal((fee, amount - fee), (transaction.Number("fee"), transaction.Number("net")));
        Assert.Equal(fee, (long)transaction["fee_details"]![0]!["amount"]!);
        Assert.Equal(charge.Id, transaction.Text("source"));
    }
}
