using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.PayoutReports;

namespace Solidarity.Web.Demo;

/// <summary>The partners' payout reports of the last weeks and months, each made on the morning on which the schedule would have made it.</summary>
internal sealed class DemoReports(SolidarityDb db, DemoClock clock, Site site, MakePayoutReport make)
{
    private const int Days = 50;

    public async Task MakeAsync(CancellationToken cancel)
    {
        var now = TimeProvider.System.GetUtcNow();
        var (today, partners) = (site.DayOf(now), await db.Partners.OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(cancel));
        foreach (var day in Enumerable.Range(0, Days).Select(n => today.AddDays(n + 1 - Days)))
        {
            clock.Set(site.MomentOf(day.ToDateTime(new TimeOnly(5, 30))));
            foreach (var period in Period.OverBefore(day).Where(p => p.Until.AddDays(1) == day))
            {
                foreach (var partner in partners)
                    await make.RunAsync(partner, period, null, null, cancel);
                db.ChangeTracker.Clear();
            }
        }

        clock.Set(now);
    }
}
