using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Solidarity.Domain;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Messages;
using Solidarity.Payments.Checkout;
using Solidarity.Payments.Onboarding;
using Solidarity.Payments.Reconciliation;
using Solidarity.Payments.Tests.PayoutReports;
using Solidarity.Payments.Tests.Running;
using Solidarity.Payments.Transfers;
using static Solidarity.Payments.Tests.Meals.AnyOrderTests;

namespace Solidarity.Payments.Tests.Meals;

/// <summary>Plays steps in a kitchen. What is not possible is refused and skipped, as people are.</summary>
internal sealed class MealStory(Kitchen kitchen)
{
    private readonly List<string> _disputes = [];
    private readonly HashSet<Guid> _contested = [];

    public Kitchen Kitchen => kitchen;

    private Installation Site => kitchen.Site;

    public async Task PlayAsync(Step step)
    {
        Site.Crashes.After(step.Crash);
        try
        {
            await (step.What switch
            {
                Act.Buy => BuyAsync(step.Which, Cards.Pays),
                Act.Decline => BuyAsync(step.Which, Cards.Declines),
                Act.Abandon => BuyAsync(step.Which, null),
                Act.Expire => ExpireAsync(),
                Act.Plan => PlanAsync(step.Which),
                Act.Leave or Act.Deliver or Act.CallOff => MoveAsync(step),
                Act.Confirm => ConfirmAsync(step.Which),
                Act.Redeem => RedeemAsync(step.Which),
                Act.Refund or Act.RefundSome => RefundAsync(step),
                Act.DashboardRefund => DashboardRefundAsync(step.Which),
                Act.Dispute => DisputeAsync(step.Which),
                Act.Decide => DecideAsync(step.Which),
                Act.Reassign => ReassignAsync(step.Which),
                Act.PartnerStops => PartnerAsync(step.Which, false),
                Act.PartnerGoesOn => PartnerAsync(step.Which, true),
                Act.PayOut => PayOutAsync(step.Which),
                Act.Report => ReportAsync(step.Which),
                _ => Site.SettleAsync(),
            });
        }
        catch (Refusal)
        {
            // Not possible now.
        }
        catch (Exception) when (Site.Crashes.Happened)
        {
            // The next process knows what the database knows.
        }
        finally
        {
            Site.Crashes.After(null);
        }
    }

    private readonly DateOnly _first = kitchen.Today();

    /// <summary>Each restaurant's reports say what its account at Stripe moved, to what lies there now.</summary>
    public async Task AssertReportsAsync()
    {
        await Site.AdvanceAsync(TimeSpan.FromDays(1));
        for (var cook = 0; cook < kitchen.Cooks.Count; cook++)
        {
            var made = await kitchen.ReportAsync(cook, _first.AddDays(-1), kitchen.Today().AddDays(-1));
            Assert.Equal(await kitchen.LiesAsync(cook), made.Sum(r => r.ClosingMinor));
            Assert.Equal(await kitchen.PassedOnAsync(cook), made.Sum(r => r.Paid.Minor));
        }

        Assert.Empty(await kitchen.CheckReportsAsync());
    }

    /// <summary>Everybody can be paid again, disputes are decided, every checkout is paid or over, and the queues run dry.</summary>
    public async Task EndAsync()
    {
        foreach (var cook in kitchen.Cooks)
            await PartnerAsync(cook, true);
        while (_disputes.Count > 0)
            await DecideAsync(_disputes.Count);
        await Site.AdvanceAsync(OpenCheckout.OpenFor + TimeSpan.FromMinutes(1));
        await ChaseAsync();
        await BringMoneyAsync();
        for (var round = 0; round < 60; round++)
        {
            await Site.SettleAsync();
            if (!await Site.DbAsync(db => db.Outbox.AnyAsync(m => m.State != MessageState.Done)) && !await Site.DbAsync(db => db.Inbox.AnyAsync(m => m.State != MessageState.Done)))
                break;
            await Site.AdvanceAsync(round < 20 ? TimeSpan.FromMinutes(30) : TimeSpan.FromDays(1));
        }

        for (var cook = 0; cook < kitchen.Cooks.Count; cook++)
            await kitchen.HearAsync(cook);
        var left = await Site.DbAsync(db => db.Outbox.Where(m => m.State != MessageState.Done).Select(m => $"{m.Kind}: {m.LastError}").ToListAsync());
        Assert.True(left.Count == 0, string.Join('\n', left));
    }

    /// <summary>What restaurants were paid out, and must give back, is taken from what comes to them next.</summary>
    private async Task BringMoneyAsync()
    {
        await Site.DbAsync(db => db.MealPartners.ExecuteUpdateAsync(set => set.SetProperty(p => p.Capacity, MealPartner.MostCapacity)));
        await kitchen.BuyAsync(kitchen.Request(kitchen.Wish(60, 0), kitchen.Wish(60, 1)));
    }

    private async Task BuyAsync(int which, string? card)
    {
        var (first, second) = (which % 4, which / 4 % 3);
        var wishes = new[] { kitchen.Wish(first, 0, which / 12 % 2), kitchen.Wish(second, 1, which / 24 % 2) };
        var donation = await kitchen.StartAsync(kitchen.Request(which % 5 == 0 ? 200 : 0, wishes));
        var checkout = await Site.WithAsync<OpenCheckout, Uri>(open => open.RunAsync(donation.Id, default));
        if (card is not null)
            await Site.Sandbox.PayAsync(checkout, card);
        if (which % 3 > 0)
            await Site.SettleAsync();
    }

    private async Task ExpireAsync()
    {
        if (await Site.DbAsync(db => db.Donations.Where(d => d.Status == DonationStatus.Started).OrderBy(d => d.Id).Select(d => (Guid?)d.Id).FirstOrDefaultAsync()) is { } id)
            await Site.WithAsync<ExpireCheckout>(expire => expire.RunAsync(id, default));
    }

    private async Task PlanAsync(int which) => await kitchen.PlanAsync((which / 4 % 5) + 1, which % 2, which / 2 % 2);

    private async Task MoveAsync(Step step)
    {
        if (await PickAsync(db => db.MealDeliveries.Where(d => d.Status == DeliveryStatus.Planned || d.Status == DeliveryStatus.Left), step.Which) is not { } delivery)
            return;
        await Site.WithAsync<MoveDelivery>(move => step.What switch
        {
            Act.Leave => move.LeaveAsync(delivery.Id, delivery.MealPartnerId, default),
            Act.Deliver => move.DeliverAsync(delivery.Id, delivery.MealPartnerId, kitchen.Person, default),
            _ => move.CallOffAsync(delivery.Id, delivery.MealPartnerId, kitchen.Person, default),
        });
    }

    private async Task ConfirmAsync(int which)
    {
        if (await PickAsync(db => db.MealDeliveries.Where(d => d.Status == DeliveryStatus.Delivered), which) is { } delivery)
            await Site.WithAsync<ConfirmDelivery>(confirm => confirm.RunAsync(delivery.Id, which % 2 == 0 ? delivery.Count : which % (delivery.Count + 1), null, default));
    }

    private async Task RedeemAsync(int which)
    {
        if (await PickAsync(db => db.MealVouchers, which) is { } voucher)
            await Site.WithAsync<RedeemVoucher, MealVoucher>(redeem => redeem.RunAsync(voucher.MealPartnerId, voucher.Code, kitchen.Person, null, default));
    }

    private async Task RefundAsync(Step step)
    {
        if (await PickAsync(db => db.MealVouchers, step.Which) is { } voucher)
            await kitchen.RefundAsync(voucher.DonationId, step.What == Act.RefundSome ? [voucher.Id] : null);
    }

    private async Task DashboardRefundAsync(int which)
    {
        if (await PickAsync(db => OfMeals(db).Where(d => d.ChargeId != null && (d.Status == DonationStatus.Paid || d.Status == DonationStatus.PartlyRefunded)), which) is not { } donation)
            return;
        try
        {
            await Site.RefundAsync(donation.Id, which % 2 == 0 ? null : 1 + (which % (donation.AmountMinor - donation.RefundedMinor)));
        }
        catch (Stripe.StripeException)
        {
            // Another refund, which we have not heard of, left less; or the bank contests it.
        }
    }

    private async Task DisputeAsync(int which)
    {
        if (await PickAsync(db => OfMeals(db).Where(d => d.ChargeId != null && d.Status == DonationStatus.Paid && d.RefundedMinor == 0), which) is { } donation
            && await Site.DbAsync(db => db.RefundOrders.AllAsync(o => o.DonationId != donation.Id)) && _disputes.Count < 2
            // Its bank may contest it already, and we have not heard of it.
            && _contested.Add(donation.Id))
            _disputes.Add(await Site.DisputeAsync(donation.Id));
    }

    private async Task DecideAsync(int which)
    {
        if (_disputes.Count == 0)
            return;
        var dispute = _disputes[which % _disputes.Count];
        _disputes.Remove(dispute);
        await Site.DecideAsync(dispute, won: which % 2 == 0);
    }

    private async Task ReassignAsync(int which)
    {
        var cook = kitchen.Cooks[which % 2].Id;
        var vouchers = await Site.DbAsync(db => db.MealVouchers.Where(v => v.MealPartnerId != cook && v.Status == VoucherStatus.Funded).OrderBy(v => v.Id).Take((which / 4 % 4) + 1).Select(v => v.Id).ToListAsync());
        if (which / 2 % 2 == 0)
            await Site.WithAsync<ReassignMeals>(reassign => reassign.ToSiteAsync(vouchers, kitchen.Wards[which % 2].Id, "rule", default));
        else
            await Site.WithAsync<IServiceProvider>(async services => await services.GetRequiredService<ReassignMeals>().ToPartnerAsync(vouchers, await kitchen.CookAsync(which % 2), DateOnly.MaxValue, "rule", default));
    }

    /// <summary>What lies there is not yet available on most days, and then Stripe pays nothing; sometimes a week passes before.</summary>
    private async Task PayOutAsync(int which)
    {
        if (which % 4 == 0)
            await Site.AdvanceAsync(TimeSpan.FromDays(7));
        await Site.Sandbox.ControlAsync("payouts", ("account", await kitchen.AccountAsync(which % 2)), ("status", which % 3 == 0 ? "failed" : "paid"));
        if (which % 5 > 0)
            await kitchen.HearAsync(which % 2);
    }

    private async Task ReportAsync(int which)
    {
        await Site.AdvanceAsync(TimeSpan.FromHours(25));
        await kitchen.ReportAsync(which % 2, kitchen.Today().AddDays(-1 - (which % 3)), kitchen.Today().AddDays(-1));
    }

    private Task PartnerAsync(int which, bool may) => PartnerAsync(kitchen.Cooks[which % 2], may);

    private async Task PartnerAsync(MealPartner cook, bool may)
    {
        var account = (await Site.PartnerAsync(cook.PartnerId)).StripeAccountId!;
        await Site.Sandbox.ControlAsync("accounts/" + account, ("transfers", may ? "active" : "inactive"));
        await Site.WithAsync<SyncPartner>(sync => sync.RunAsync(account, default));
    }

    private async Task ChaseAsync()
    {
        while (await Site.WithAsync<ChaseCheckouts, int>(chase => chase.RunAsync(default)) > 0)
        {
        }
    }

    /// <summary>Not the platform's own money: without it, nothing could be passed on that a reversal brought.</summary>
    private static IQueryable<Donation> OfMeals(SolidarityDb db) => db.Donations.Where(d => db.MealOrders.Any(o => o.DonationId == d.Id));

    private Task<T?> PickAsync<T>(Func<SolidarityDb, IQueryable<T>> rows, int which)
        where T : class => Site.DbAsync(async db =>
        {
            var all = await rows(db).AsNoTracking().ToListAsync();
            return all.Count == 0 ? null : all[which % all.Count];
        });
}
