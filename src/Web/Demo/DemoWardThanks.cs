using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Meals;
using Solidarity.Domain.People;

namespace Solidarity.Web.Demo;

/// <summary>Wards thank for what arrived last; a moderator has looked at all but the last of them.</summary>
internal sealed class DemoWardThanks(SolidarityDb db, DemoClock clock, ThankForMeals thank, DecideMealThanks decide)
{
    public async Task MakeAsync(DateTimeOffset today, CancellationToken cancel)
    {
        var all = DemoFiles.Meals().Thanks;
        var moderator = await db.People.Where(p => p.PlatformRole == PlatformRole.Moderator).Select(p => p.Id).FirstAsync(cancel);
        foreach (var demo in all)
        {
            var delivery = await db.MealDeliveries.AsNoTracking().Include(d => d.MealPartner)
                .Where(d => d.CareSite.Ward == demo.Ward && d.Status == DeliveryStatus.Confirmed).OrderByDescending(d => d.AnsweredAt).FirstOrDefaultAsync(cancel);
            if (delivery is null)
                continue;
            clock.Set(delivery.AnsweredAt!.Value.AddHours(3) is var later && later < today ? later : today);
            await thank.RunAsync(delivery, demo.Words, demo.Language, null, cancel);
            var thanks = await db.MealThanks.Where(t => t.DeliveryId == delivery.Id).Select(t => t.Id).SingleAsync(cancel);
            if (demo != all[^1])
                await decide.RunAsync(thanks, MealThanksStatus.Shown, moderator, cancel);
        }

        clock.Set(today);
    }
}
