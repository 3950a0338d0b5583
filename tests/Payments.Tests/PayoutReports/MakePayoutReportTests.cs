using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Solidarity.Domain;
using Solidarity.Domain.Ledger;
using Solidarity.Domain.Meals;
using Solidarity.Payments.Tests.Meals;
using Solidarity.Payments.Tests.Running;
using Solidarity.Payments.Transfers;

namespace Solidarity.Payments.Tests.PayoutReports;

[Collection(WithSandbox.Name)]
public class MakePayoutReportTests(StripeSandbox sandbox)
{
    [Fact]
    public async Task A_report_says_what_the_books_and_Stripe_say_to_the_cent()
    {
        await using var site = await Installation.StartAsync(sandbox);
        await site.GiveAsync(tip: 500_00);
        var kitchen = await Kitchen.OpenAsync(site);
        var first = kitchen.Today();
        var gift = await kitchen.BuyAsync(kitchen.Wish(5), kitchen.Wish(2, cook: 1));
        await kitchen.BuyAsync(kitchen.Wish(3));
        var back = (await kitchen.VouchersAsync(gift)).Where(v => v.MealPartnerId == kitchen.Cooks[0].Id).Take(2).Select(v => v.Id).ToList();
        await kitchen.RefundAsync(gift, back);
        await site.SettleAsync();
        var moved = await site.DbAsync(db => db.MealVouchers.Where(v => v.MealPartnerId == kitchen.Cooks[0].Id && v.Status == VoucherStatus.Funded).OrderBy(v => v.Id).Take(1).Select(v => v.Id).ToListAsync());
        await site.WithAsync<IServiceProvider>(async services => await services.GetRequiredService<ReassignMeals>().ToPartnerAsync(moved, await kitchen.CookAsync(1), DateOnly.MaxValue, "rule", default));
        await site.SettleAsync();
        var failed = await kitchen.PayOutAsync(0, "failed");
        var lies = await kitchen.LiesAsync(0);
        await site.AdvanceAsync(TimeSpan.FromDays(1));

        var report = Assert.Single(await kitchen.ReportAsync(0, first, kitchen.Today().AddDays(-1)));
        Assert.Equal((0, lies, 1), (report.OpeningMinor, report.ClosingMinor, report.Number));
        Assert.Equal(await kitchen.PassedOnAsync(0), report.Paid.Minor);
        Assert.Equal((report.TransfersMinor, -report.ReversalsMinor), await MovedAsync(site, kitchen.Cooks[0].PartnerId));
        Assert.True(report.ReversalsMinor < 0);
        var payout = (await site.PayoutsAsync()).Single(p => p.StripePayoutId == failed);
        Assert.Equal((-payout.AmountMinor, payout.AmountMinor), (report.PayoutsMinor, report.ReturnedMinor));
        var passed = -await site.DbAsync(db => db.Postings.Where(p => p.Account.Code == Accounts.StripeBalance && db.Transfers.Any(t => t.PartnerId == kitchen.Cooks[0].PartnerId && t.DonationId == p.Transaction.DonationId)
            && p.Transaction.Reason == LedgerReason.Transfer && p.Transaction.Postings.Any(o => o.Account.Code == Accounts.Partner(kitchen.Cooks[0].PartnerId))).SumAsync(p => p.AmountMinor));
        Assert.Equal(passed, report.TransfersMinor);
        Assert.Empty(await kitchen.CheckReportsAsync());
    }

    [Fact]
    public async Task Reports_chain_and_one_period_has_one()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var kitchen = await Kitchen.OpenAsync(site);
        var first = kitchen.Today();
        await kitchen.BuyAsync(kitchen.Wish(4));
        await site.AdvanceAsync(TimeSpan.FromDays(1));
        var one = Assert.Single(await kitchen.ReportAsync(0, first, first));
        await kitchen.BuyAsync(kitchen.Wish(2));
        await kitchen.PayOutAsync(0);
        await kitchen.BuyAsync(kitchen.Wish(1));
        await site.AdvanceAsync(TimeSpan.FromDays(1));
        var two = Assert.Single(await kitchen.ReportAsync(0, first.AddDays(1), kitchen.Today().AddDays(-1)));

        Assert.Equal((1, 2, one.ClosingMinor, await kitchen.LiesAsync(0)), (one.Number, two.Number, two.OpeningMinor, two.ClosingMinor));
        Assert.True(two.PayoutsMinor < 0);
        Assert.Equal(two.Id, Assert.Single(await kitchen.ReportAsync(0, two.From, two.Until)).Id);
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => kitchen.ReportAsync(0, first, two.Until))));
        Assert.Equal(3, Assert.Single(all.Select(r => Assert.Single(r).Number).Distinct()));
        Assert.Empty(await kitchen.CheckReportsAsync());
        Assert.Empty(await kitchen.ReportAsync(1, first, two.Until));
    }

    [Fact]
    public async Task What_is_known_late_stands_in_the_next_report()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var kitchen = await Kitchen.OpenAsync(site);
        var first = kitchen.Today();
        var gift = await kitchen.BuyAsync(kitchen.Wish(2));
        await kitchen.BuyAsync(kitchen.Wish(3));
        // A crash before the saving: Stripe made it, and we do not know yet.
        var late = await site.DbAsync(db => db.Transfers.AsNoTracking().SingleAsync(t => t.DonationId == gift && t.PartnerId == kitchen.Cooks[0].PartnerId));
        await site.DbAsync(db => db.Transfers.Where(t => t.Id == late.Id).ExecuteUpdateAsync(set => set.SetProperty(t => t.StripeTransferId, (string?)null)));
        await site.AdvanceAsync(TimeSpan.FromDays(1));
        var one = Assert.Single(await kitchen.ReportAsync(0, first, first));
        await site.DbAsync(db => db.Transfers.Where(t => t.Id == late.Id).ExecuteUpdateAsync(set => set.SetProperty(t => t.StripeTransferId, late.StripeTransferId)));
        await site.AdvanceAsync(TimeSpan.FromDays(1));
        var two = Assert.Single(await kitchen.ReportAsync(0, first.AddDays(1), first.AddDays(1)));

        Assert.Equal((one.ClosingMinor, late.AmountMinor, await kitchen.LiesAsync(0)), (two.OpeningMinor, two.TransfersMinor, two.ClosingMinor));
        var line = await site.DbAsync(db => db.PartnerMovements.AsNoTracking().SingleAsync(m => m.SubjectId == late.Id));
        Assert.Equal(one.EndsAt, line.At);
        Assert.True(line.HappenedAt < line.At);
        Assert.Empty(await kitchen.CheckReportsAsync());
    }

    [Fact]
    public async Task Days_that_are_not_over_or_too_many_are_refused()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var kitchen = await Kitchen.OpenAsync(site);
        var today = kitchen.Today();
        foreach (var (from, until, reason) in new[] { (today, today, Reason.PeriodNotOver), (today.AddDays(-400), today.AddDays(-1), Reason.PeriodTooLong), (today.AddDays(-1), today.AddDays(-2), Reason.EndsBeforeItBegins) })
            Assert.Equal(reason, (await Assert.ThrowsAsync<Refusal>(() => kitchen.ReportAsync(0, from, until))).Problems[0].Reason);
    }

    [Fact]
    public async Task A_report_that_was_changed_by_hand_is_found()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var kitchen = await Kitchen.OpenAsync(site);
        var first = kitchen.Today();
        await kitchen.BuyAsync(kitchen.Wish(2));
        await site.AdvanceAsync(TimeSpan.FromDays(1));
        var report = Assert.Single(await kitchen.ReportAsync(0, first, first));
        await site.DbAsync(db => db.PayoutReports.ExecuteUpdateAsync(set => set.SetProperty(r => r.TransfersMinor, r => r.TransfersMinor + 1).SetProperty(r => r.ClosingMinor, r => r.ClosingMinor + 1)));
        Assert.Contains(report.Id.ToString(), Assert.Single(await kitchen.CheckReportsAsync()), StringComparison.Ordinal);
    }

    private static Task<(long, long)> MovedAsync(Installation site, Guid partner) => site.DbAsync(async db => (
        await db.Transfers.Where(t => t.PartnerId == partner && t.StripeTransferId != null).SumAsync(t => t.AmountMinor),
        await db.TransferReversals.Where(r => r.Transfer.PartnerId == partner && r.StripeReversalId != null).SumAsync(r => r.AmountMinor)));
}
