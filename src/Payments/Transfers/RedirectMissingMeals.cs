using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Trail;

namespace Solidarity.Payments.Transfers;

/// <summary>
/// What did not arrive with a delivery goes to another restaurant or ward of its programme, or back to its givers, because somebody who leads the programme
/// says so before the rule does. What the restaurant has planned again stays with it.
/// </summary>
public sealed class RedirectMissingMeals(SolidarityDb db, ReassignMeals reassign, RefundMeals refund, SettleDelivery settle, TimeProvider clock)
{
    /// <returns>How many: no more than the restaurant has places.</returns>
    /// <exception cref="Refusal">Nothing is missing, the restaurant cannot take them, or they moved at the same moment.</exception>
    public async Task<int> ToPartnerAsync(Guid deliveryId, Guid campaignId, Guid mealPartnerId, Guid personId, CancellationToken cancel)
    {
        var missing = await MissingAsync(deliveryId, campaignId, cancel);
        var to = await db.MealPartners.AsNoTracking().Include(p => p.Programme).Include(p => p.Partner).SingleOrDefaultAsync(p => p.Id == mealPartnerId && p.CampaignId == campaignId, cancel);
        if (to is not { Cooks: true })
            throw new Refusal(Reason.MealsTargetUnknown, "target");
        var moved = await reassign.ToPartnerAsync([.. missing.Select(m => m.Id)], to, to.Programme.GivenBackFrom.AddDays(-1), personId.ToString("D"), cancel);
        if (moved == 0)
            throw new Refusal(Reason.MealsTargetUnknown, "target");
        await NoteAsync("MissingMealsReassigned", deliveryId, campaignId, personId, to.Partner.Name, cancel);
        return moved;
    }

    /// <returns>How many.</returns>
    /// <exception cref="Refusal">Nothing is missing, the ward takes none, or they moved at the same moment.</exception>
    public async Task<int> ToSiteAsync(Guid deliveryId, Guid campaignId, Guid careSiteId, Guid personId, CancellationToken cancel)
    {
        var missing = await MissingAsync(deliveryId, campaignId, cancel);
        var to = await db.CareSites.AsNoTracking().SingleOrDefaultAsync(s => s.Id == careSiteId && s.CampaignId == campaignId && s.ClosedAt == null, cancel)
            ?? throw new Refusal(Reason.MealsTargetUnknown, "target");
        await reassign.ToSiteAsync([.. missing.Select(m => m.Id)], to.Id, personId.ToString("D"), cancel);
        await NoteAsync("MissingMealsReassigned", deliveryId, campaignId, personId, $"{to.Ward}, {to.Name}", cancel);
        return missing.Count;
    }

    /// <returns>How many.</returns>
    /// <exception cref="Refusal">Nothing is missing; or nothing of it can be given back now, with the reason.</exception>
    public async Task<int> GiveBackAsync(Guid deliveryId, Guid campaignId, Guid personId, CancellationToken cancel)
    {
        var (back, no) = (0, (Refusal?)null);
        foreach (var gift in (await MissingAsync(deliveryId, campaignId, cancel)).GroupBy(m => m.DonationId))
        {
            try
            {
                await refund.RunAsync(Guid.CreateVersion7(clock.GetUtcNow()), gift.Key, [.. gift.Select(m => m.Id)], personId, $"delivery:{deliveryId:D}", cancel);
                back += gift.Count();
            }
            catch (Refusal refusal)
            {
                // This gift alone: another refund of it is under way, say.
                no = refusal;
                db.ChangeTracker.Clear();
            }
        }

        if (back == 0)
            throw no!;
        await NoteAsync("MissingMealsGivenBack", deliveryId, campaignId, personId, null, cancel);
        return back;
    }

    private async Task<List<(Guid Id, Guid DonationId)>> MissingAsync(Guid deliveryId, Guid campaignId, CancellationToken cancel)
    {
        var missing = await db.MealVouchers.Where(v => v.MissingFromId == deliveryId && v.Status == VoucherStatus.Funded && v.MealPartner.CampaignId == campaignId)
            .Select(v => new { v.Id, v.DonationId }).ToListAsync(cancel);
        return missing.Count > 0 ? [.. missing.Select(v => (v.Id, v.DonationId))] : throw new Refusal(Reason.DeliverySettled);
    }

    private async Task NoteAsync(string act, Guid deliveryId, Guid campaignId, Guid personId, string? words, CancellationToken cancel)
    {
        var programme = await db.Campaigns.Where(c => c.Id == campaignId).Select(c => new { c.Title, c.Project.OrganisationId }).SingleAsync(cancel);
        db.Note(act, personId, clock.GetUtcNow(), programme.OrganisationId, deliveryId, programme.Title, words);
        await db.SaveChangesAsync(cancel);
        await settle.ByThemselvesAsync(cancel);
    }
}
