using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Updates;
using Solidarity.Jobs.Engine;
using Solidarity.Jobs.Messages;

namespace Solidarity.Jobs.Meals;

/// <summary>Every morning: asks the wards that have not said what arrived, once for each delivery.</summary>
public sealed class RemindWards(SolidarityDb db, PlanMealMails plan, IWakeJobs wake, TimeProvider clock) : IJob
{
    /// <summary>How long after a delivery a ward is asked.</summary>
    public static readonly TimeSpan After = TimeSpan.FromDays(2);

    /// <summary>Nobody remembers what came a month ago.</summary>
    private static readonly TimeSpan NotAfter = TimeSpan.FromDays(30);

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var (before, since) = (now - After, now - NotAfter);
        // One that left may have been brought without a word of the restaurant: the ward knows.
        var silent = await db.MealDeliveries.Where(d => (d.Status == DeliveryStatus.Delivered || d.Status == DeliveryStatus.Left) && (d.DeliveredAt ?? d.LeftAt) < before && (d.DeliveredAt ?? d.LeftAt) > since
            && !db.Mailings.Any(m => m.SubjectId == d.Id && m.Kind == MailingKind.MealsAwaited)).OrderBy(d => d.LeftAt).Select(d => d.Id).ToListAsync(cancel);
        foreach (var delivery in silent)
            await plan.ToWardAsync(delivery, MailingKind.MealsAwaited, cancel);
        if (silent.Count > 0)
            wake.Wake<SendMailings>();
    }
}
