using Solidarity.Domain;
using Solidarity.Payments.Payouts;
using Solidarity.Payments.Tests.Running;

namespace Solidarity.Payments.Tests.Payouts;

[Collection(WithSandbox.Name)]
public class ReadPartnerBalanceTests(StripeSandbox sandbox)
{
    [Fact]
    public async Task What_was_passed_on_is_pending_then_available_then_paid_out()
    {
        await using var site = await Installation.StartAsync(sandbox);
        Assert.Empty(await ReadAsync(site));
        var amount = (await site.TransferAsync(await site.GiveAsync())).Amount;
        Assert.Equal([new PartnerBalance(Money.Zero(Currency.Eur), amount)], await ReadAsync(site));
        await site.AdvanceAsync(TimeSpan.FromDays(7));
        Assert.Equal([new PartnerBalance(amount, Money.Zero(Currency.Eur))], await ReadAsync(site));
        await site.PayOutAsync();
        Assert.Empty(await ReadAsync(site));
    }

    [Fact]
    public async Task When_Stripe_is_down_the_page_is_told_so()
    {
        await using var site = await Installation.StartAsync(sandbox);
        await sandbox.ControlAsync("chaos", ("down", "true"));
        try
        {
            var refusal = await Assert.ThrowsAsync<Refusal>(() => ReadAsync(site));
            Assert.Equal(Reason.PaymentServiceSilent, Assert.Single(refusal.Problems).Reason);
        }
        finally
        {
            await sandbox.ControlAsync("chaos");
        }
    }

    [Fact]
    public async Task When_Stripe_says_no_the_page_is_told_so_and_the_log_why()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var refusal = await Assert.ThrowsAsync<Refusal>(() => site.WithAsync<ReadPartnerBalance, IReadOnlyList<PartnerBalance>>(read => read.RunAsync("acct_none", default)));
        Assert.Equal(Reason.PaymentServiceSilent, Assert.Single(refusal.Problems).Reason);
        Assert.Contains("account_invalid", Assert.Single(site.Log.Messages), StringComparison.Ordinal);
    }

    private static Task<IReadOnlyList<PartnerBalance>> ReadAsync(Installation site) =>
        site.WithAsync<ReadPartnerBalance, IReadOnlyList<PartnerBalance>>(read => read.RunAsync(site.Account, default));
}
