using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Meals;
using Solidarity.Payments.Transfers;

namespace Solidarity.Jobs.Meals;

/// <summary>
/// Every morning: meals that are late go to another restaurant or ward, or back to their giver, as the programme promised before it was paid. What somebody
/// moved at the same moment is left for the next day. What a restaurant planned and never brought comes first: a plan must not keep the money of a meal.
/// </summary>
public sealed class ApplyMealRules(SolidarityDb db, RefundMeals refund, ReassignMeals reassign, MoveDelivery move, Site site, TimeProvider clock) : IJob
{
    /// <summary>Who moved a voucher, where the rule did.</summary>
    public const string By = "rule";

    private const int Batch = 500;

    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var delivery in await db.MealDeliveries.AsNoTracking().Forgotten(Today).OrderBy(d => d.Id).Select(d => new { d.Id, d.MealPartnerId }).ToListAsync(cancel))
            await TryAsync(() => move.ForgetAsync(delivery.Id, delivery.MealPartnerId, cancel));
        foreach (var programme in await db.MealProgrammes.AsNoTracking().OrderBy(p => p.CampaignId).ToListAsync(cancel))
        {
            if (programme.Rule == UndeliveredRule.Refund || Today >= programme.GivenBackFrom)
                await GiveBackAsync(programme, cancel);
            else if (programme.Rule == UndeliveredRule.AnotherPartner)
                await ToPartnersAsync(programme, cancel);
            else
                await ToSitesAsync(programme, cancel);
        }
    }

    private DateOnly Today => site.DayOf(clock.GetUtcNow());

    private IQueryable<MealVoucher> Late(MealProgramme programme) => db.MealVouchers.AsNoTracking().Late(programme, clock.GetUtcNow(), Today);

    private async Task GiveBackAsync(MealProgramme programme, CancellationToken cancel)
    {
        Guid? last = null;
        List<Guid> gifts;
        do
        {
            // Gifts that cannot be given back now, as their givers' banks contest them, must not keep the others waiting.
            gifts = await Late(programme).Where(v => last == null || v.DonationId.CompareTo(last.Value) > 0).Select(v => v.DonationId).Distinct().OrderBy(id => id).Take(Batch).ToListAsync(cancel);
            foreach (var gift in gifts)
                await TryAsync(() => GiveBackAsync(programme, gift, cancel));
            last = gifts.Count > 0 ? gifts[^1] : null;
        }
        while (gifts.Count == Batch);
    }

    private async Task GiveBackAsync(MealProgramme programme, Guid gift, CancellationToken cancel)
    {
        var late = await Late(programme).Where(v => v.DonationId == gift).Select(v => v.Id).ToListAsync(cancel);
        await refund.RunAsync(Guid.CreateVersion7(clock.GetUtcNow()), gift, late, null, By, cancel);
    }

    private async Task ToPartnersAsync(MealProgramme programme, CancellationToken cancel)
    {
        var cooks = await db.MealPartners.AsNoTracking().Include(p => p.Programme).Include(p => p.Partner).Cooking()
            .Where(p => p.CampaignId == programme.CampaignId).OrderBy(p => p.AppliedAt).ThenBy(p => p.Id).ToListAsync(cancel);
        foreach (var cook in cooks)
        {
            while (await SomeToPartnerAsync(programme, cook, cancel) == Batch)
            {
                // There may be more, and places for them.
            }
        }
    }

    private async Task<int> SomeToPartnerAsync(MealProgramme programme, MealPartner cook, CancellationToken cancel)
    {
        var moved = 0;
        var late = await Unmoved(programme).Where(v => v.MealPartnerId != cook.Id).OrderBy(v => v.PaidAt).ThenBy(v => v.Id).Take(Batch).Select(v => v.Id).ToListAsync(cancel);
        if (late.Count > 0)
            await TryAsync(async () => moved = await reassign.ToPartnerAsync(late, cook, programme.GivenBackFrom.AddDays(-1), By, cancel));
        return moved;
    }

    private async Task ToSitesAsync(MealProgramme programme, CancellationToken cancel)
    {
        while (await SomeToSitesAsync(programme, cancel) == Batch)
        {
            // There may be more.
        }
    }

    private async Task<int> SomeToSitesAsync(MealProgramme programme, CancellationToken cancel)
    {
        var moved = 0;
        var late = await Unmoved(programme).OrderBy(v => v.PaidAt).ThenBy(v => v.Id).Take(Batch).Select(v => new { v.Id, v.CareSiteId }).ToListAsync(cancel);
        // To the ward for which least is on its way.
        var sites = await db.CareSites.Where(s => s.CampaignId == programme.CampaignId && s.ClosedAt == null)
            .OrderBy(s => db.MealVouchers.Count(v => v.CareSiteId == s.Id && (v.Status == VoucherStatus.Funded || v.Status == VoucherStatus.Accepted))).ThenBy(s => s.Id).Select(s => s.Id).ToListAsync(cancel);
        foreach (var from in late.GroupBy(v => v.CareSiteId))
        {
            var to = sites.Find(s => s != from.Key);
            if (to == Guid.Empty)
                continue;
            await TryAsync(async () =>
            {
                await reassign.ToSiteAsync([.. from.Select(v => v.Id)], to, By, cancel);
                moved += from.Count();
            });
        }

        return moved;
    }

    private IQueryable<MealVoucher> Unmoved(MealProgramme programme) => Late(programme).Where(v => !v.Moves.Any(m => m.By == By));

    private async Task TryAsync(Func<Task> move)
    {
        try
        {
            await move();
        }
        catch (Refusal)
        {
            // Planned, served or given back at this moment.
        }

        db.ChangeTracker.Clear();
    }
}
