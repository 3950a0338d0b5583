using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Messages;
using Solidarity.Payments.Refunds;
using Solidarity.Payments.Tests.Running;
using Stripe;

namespace Solidarity.Payments.Tests.Refunds;

/// <summary>Gifts given back by an administrator.</summary>
[Collection(WithSandbox.Name)]
public class RefundDonationTests(StripeSandbox sandbox)
{
    [Fact]
    public async Task A_part_and_then_the_rest_come_back_from_the_partner_too()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var paid = await site.GiveAsync();
        await RunAsync(site, await OrderAsync(site, paid, Money.Eur(1000)));
        await site.SettleAsync();
        Assert.Equal((DonationStatus.PartlyRefunded, 1000), await StandsAsync(site, paid));
        await RunAsync(site, await OrderAsync(site, paid, null));
        await site.SettleAsync();
        Assert.Equal((DonationStatus.Refunded, 2500), await StandsAsync(site, paid));
        Assert.Equal((0, 0), (await site.CampaignBalanceAsync(), await site.PartnerBalanceAsync()));
        Assert.Equal(2, await site.DbAsync(db => db.Trail.CountAsync(t => t.SubjectId == paid && t.Act == "RefundOrdered")));
        await site.AssertBooksAsync();
    }

    [Fact]
    public async Task The_same_order_twice_is_one_refund()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var paid = await site.GiveAsync();
        var id = Guid.NewGuid();
        await OrderAsync(site, paid, Money.Eur(1000), id);
        await OrderAsync(site, paid, Money.Eur(1000), id);
        await RunAsync(site, id);
        await RunAsync(site, id);
        await OrderAsync(site, paid, Money.Eur(1000), id);
        await site.SettleAsync();
        Assert.Equal((DonationStatus.PartlyRefunded, 1000), await StandsAsync(site, paid));
        Assert.Equal(1, await site.DbAsync(db => db.Outbox.CountAsync(m => m.Kind == OutboxKinds.Refund)));
        await site.AssertBooksAsync();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(25)] // Stripe has forgotten the key
    public async Task A_process_that_died_after_the_call_makes_no_second_refund(int hours)
    {
        await using var site = await Installation.StartAsync(sandbox);
        var paid = await site.GiveAsync();
        var order = await OrderAsync(site, paid, Money.Eur(1000));
        var made = await new RefundService(site.Stripe).CreateAsync(
            new RefundCreateOptions { Charge = await site.ChargeAsync(paid), Amount = 1000, Metadata = new() { ["refund"] = order.ToString("D") } },
            new RequestOptions { IdempotencyKey = $"refund-{order:D}" });
        await site.AdvanceAsync(TimeSpan.FromHours(hours));
        await RunAsync(site, order);
        await site.SettleAsync();
        Assert.Equal(made.Id, await site.DbAsync(db => db.RefundOrders.Select(o => o.StripeRefundId).SingleAsync()));
        Assert.Equal((DonationStatus.PartlyRefunded, 1000), await StandsAsync(site, paid));
        await site.AssertBooksAsync();
    }

    [Fact]
    public async Task One_under_way_at_a_time_and_never_more_than_is_left()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var paid = await site.GiveAsync();
        Assert.Equal(Reason.RefundTooLarge, await RefusedAsync(site, paid, 2501));
        Assert.Equal(Reason.AmountNotPositive, await RefusedAsync(site, paid, 0));
        var order = await OrderAsync(site, paid, Money.Eur(2000));
        Assert.Equal(Reason.RefundUnderWay, await RefusedAsync(site, paid, 100));
        await RunAsync(site, order);
        Assert.Equal(Reason.RefundTooLarge, await RefusedAsync(site, paid, 501));
    }

    [Fact]
    public async Task What_Stripe_refuses_for_good_is_said_and_not_asked_again()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var paid = await site.GiveAsync();
        var order = await OrderAsync(site, paid, null);
        await site.RefundAsync(paid);
        await RunAsync(site, order);
        await site.SettleAsync();
        var kept = await site.DbAsync(db => db.RefundOrders.AsNoTracking().SingleAsync());
        Assert.NotNull(kept.RefusedBecause);
        Assert.NotNull(kept.EndedAt);
        Assert.Equal((DonationStatus.Refunded, 2500), await StandsAsync(site, paid));
        Assert.Equal(Reason.RefundNotPossible, await RefusedAsync(site, paid, 1));
        await site.AssertBooksAsync();
    }

    private static async Task<Guid> OrderAsync(Installation site, Guid donation, Money? amount, Guid? id = null)
    {
        var order = id ?? Guid.NewGuid();
        var by = await AdministratorAsync(site);
        await site.DbAsync(async db =>
        {
            await new OrderRefund(db, site.Clock).RunAsync(order, donation, amount, by, "They asked.", default);
            return true;
        });
        return order;
    }

    private static async Task<Reason> RefusedAsync(Installation site, Guid donation, long amount) =>
        Assert.Single((await Assert.ThrowsAsync<Refusal>(() => OrderAsync(site, donation, Money.Eur(amount)))).Problems).Reason;

    private static Task RunAsync(Installation site, Guid order) => site.WithAsync<RefundDonation>(refund => refund.RunAsync(order, default));

    private static async Task<(DonationStatus, long)> StandsAsync(Installation site, Guid donation)
    {
        var now = await site.DonationAsync(donation);
        return (now.Status, now.RefundedMinor);
    }

    private static Task<Guid> AdministratorAsync(Installation site) => site.DbAsync(async db =>
    {
        if (await db.People.Select(p => (Guid?)p.Id).FirstOrDefaultAsync() is { } known)
            return known;
        var person = Domain.People.Person.New("admin@example.org", "Admin", "en", site.Clock.GetUtcNow());
        db.People.Add(person);
        await db.SaveChangesAsync();
        return person.Id;
    });
}
