using Microsoft.EntityFrameworkCore;

namespace Solidarity.Domain.Meals;

/// <summary>A delivery as a restaurant plans it.</summary>
/// <param name="Count">How many meals: the oldest that wait for that site.</param>
public sealed record DeliveryPlan(Guid CareSiteId, int Count, DateOnly Day, TimeOnly From, TimeOnly Until);

/// <summary>Puts the meals that wait longest for a site into a delivery: funded becomes accepted.</summary>
public sealed class PlanDelivery(SolidarityDb db, CountMeals counts, Site site, TimeProvider clock)
{
    private const int Tries = 5;

    /// <exception cref="Refusal">With everything that is wrong: no meals, more than wait, a day that is over, too late or not one of cooking, an end before its beginning.</exception>
    public async Task<MealDelivery> RunAsync(Guid mealPartnerId, DeliveryPlan plan, Guid personId, CancellationToken cancel)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await db.InTransactionAsync(() => SaveAsync(mealPartnerId, plan, personId, cancel), cancel);
            }
            catch (DbUpdateException) when (tries < Tries)
            {
                // A colleague planned at the same moment: the next number, and what still waits.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<MealDelivery> SaveAsync(Guid mealPartnerId, DeliveryPlan plan, Guid personId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var cook = await db.MealPartners.AsNoTracking().Include(p => p.Programme).SingleAsync(p => p.Id == mealPartnerId, cancel);
        // Read once: of a second look some may be gone. Where they are fewer than asked for, they are all that wait.
        var oldest = await Waiting(mealPartnerId, plan.CareSiteId).OrderBy(v => v.PaidAt).ThenBy(v => v.Id).Take(Math.Clamp(plan.Count, 0, MealDelivery.MostMeals)).ToListAsync(cancel);
        Check(plan, cook, oldest.Count, site.DayOf(now));

        var last = await db.MealDeliveries.Where(d => d.MealPartnerId == mealPartnerId).MaxAsync(d => (int?)d.Number, cancel) ?? 0;
        var delivery = new MealDelivery
        {
            Id = Guid.CreateVersion7(now),
            Number = last + 1,
            MealPartnerId = mealPartnerId,
            CareSiteId = plan.CareSiteId,
            Token = UnguessableToken.Create(),
            Day = plan.Day,
            From = plan.From,
            Until = plan.Until,
            Count = plan.Count,
            PlannedAt = now,
        };
        db.Add(delivery);
        foreach (var voucher in oldest)
            voucher.MoveTo(VoucherStatus.Accepted, now, personId.ToString("D"), delivery.Id);
        await db.SaveChangesAsync(cancel);
        await counts.RunAsync(mealPartnerId, plan.CareSiteId, VoucherStatus.Funded, VoucherStatus.Accepted, plan.Count, cancel);
        return delivery;
    }

    private IQueryable<MealVoucher> Waiting(Guid mealPartnerId, Guid careSiteId) =>
        db.MealVouchers.Waiting().Where(v => v.MealPartnerId == mealPartnerId && v.CareSiteId == careSiteId);

    private static void Check(DeliveryPlan plan, MealPartner cook, int waiting, DateOnly today)
    {
        var asked = new FormWords();
        asked.That(plan.Count > 0, Reason.MealsNotPositive, "count");
        asked.That(plan.Count <= MealDelivery.MostMeals, Reason.TooManyMeals, "count", MealDelivery.MostMeals);
        asked.That(plan.Count <= waiting || plan.Count > MealDelivery.MostMeals, Reason.MealsNotWaiting, "count", waiting);
        asked.That(plan.Day >= today, Reason.DateNotAhead, "day");
        asked.That(plan.Day < cook.Programme.GivenBackFrom, Reason.DeliveryTooLate, "day", cook.Programme.GivenBackFrom.AddDays(-1));
        asked.That(cook.IsOpenOn(plan.Day), Reason.KitchenClosed, "day");
        asked.That(plan.From < plan.Until, Reason.EndsBeforeItBegins, "until");
        asked.Refuse();
    }
}
