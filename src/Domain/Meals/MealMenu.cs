using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Campaigns;

namespace Solidarity.Domain.Meals;

/// <summary>What a programme offers: its restaurants and care sites, and the price of a meal.</summary>
public sealed class MealMenu
{
    // Compiled once: asked for with every programme's page and with every gift of meals.
    private static readonly Func<SolidarityDb, Guid, CancellationToken, Task<MealProgramme?>> ProgrammeOf = EF.CompileAsyncQuery((SolidarityDb db, Guid campaignId, CancellationToken cancel) =>
        db.MealProgrammes.AsNoTracking().SingleOrDefault(p => p.CampaignId == campaignId));

    private static readonly Func<SolidarityDb, Guid, IAsyncEnumerable<MealPartner>> PartnersOf = EF.CompileAsyncQuery((SolidarityDb db, Guid campaignId) =>
        db.MealPartners.Include(p => p.Partner).ThenInclude(p => p.Organisation)
            .Where(p => p.CampaignId == campaignId && (p.Status == MealPartnerStatus.Accepted || p.Status == MealPartnerStatus.Paused)).OrderBy(p => p.Partner.Name).AsNoTracking());

    private static readonly Func<SolidarityDb, Guid, IAsyncEnumerable<CareSite>> SitesOf = EF.CompileAsyncQuery((SolidarityDb db, Guid campaignId) =>
        db.CareSites.Where(s => s.CampaignId == campaignId && s.ClosedAt == null).OrderBy(s => s.Name).ThenBy(s => s.Ward).AsNoTracking());

    private readonly Currency _currency;

    private MealMenu(MealProgramme programme, List<MealPartner> partners, List<CareSite> sites, Currency currency) =>
        (Programme, Partners, Sites, _currency) = (programme, partners, sites, currency);

    public MealProgramme Programme { get; }

    /// <summary>Those that were accepted, also while they cannot be paid or pause.</summary>
    public IReadOnlyList<MealPartner> Partners { get; }

    /// <summary>Those that take meals now.</summary>
    public IReadOnlyList<CareSite> Sites { get; }

    public Money Unit => new(Programme.UnitMinor, _currency);

    /// <returns>Null for campaigns of other kinds.</returns>
    public static async Task<MealMenu?> FindAsync(SolidarityDb db, Campaign campaign, CancellationToken cancel)
    {
        if (campaign.Kind != CampaignKind.Meals || await ProgrammeOf(db, campaign.Id, cancel) is not { } programme)
            return null;
        return new MealMenu(programme, await PartnersOf(db, campaign.Id).ToListAsync(cancel), await SitesOf(db, campaign.Id).ToListAsync(cancel), campaign.Currency);
    }

    /// <summary>Wishes for the same restaurant and site become one, those for no meal none.</summary>
    public static IReadOnlyList<MealWish> Together(IReadOnlyList<MealWish>? wishes) =>
        [.. (wishes ?? []).Where(w => w.Count != 0).GroupBy(w => (w.MealPartnerId, w.CareSiteId)).Select(g => new MealWish(g.Key.MealPartnerId, g.Key.CareSiteId, (int)Math.Clamp(g.Sum(w => (long)w.Count), int.MinValue, int.MaxValue)))];

    public Money PriceOf(IReadOnlyList<MealWish>? wishes, Currency currency) =>
        new(Programme.UnitMinor * (wishes ?? []).Sum(w => (long)Math.Clamp(w.Count, 0, TakePlaces.MostMeals)), currency);

    /// <summary>The restaurants that are asked for.</summary>
    public Dictionary<Guid, MealPartner> Of(IEnumerable<MealWish> wishes) => wishes.Select(w => w.MealPartnerId).Distinct().ToDictionary(id => id, id => Partners.Single(p => p.Id == id));

    public IEnumerable<Problem> Problems(IReadOnlyList<MealWish> wishes)
    {
        if (wishes.Count == 0)
            yield return new Problem(Reason.MealsMissing, MealFields.Meals, []);
        else if (wishes.Sum(w => (long)w.Count) > TakePlaces.MostMeals)
            yield return new Problem(Reason.TooManyMeals, MealFields.Meals, [TakePlaces.MostMeals]);
        foreach (var wish in wishes)
        {
            if (wish.Count < 0)
                yield return new Problem(Reason.MealsNotPositive, MealFields.Count(wish), []);
            if (Partners.FirstOrDefault(p => p.Id == wish.MealPartnerId) is not { Cooks: true })
                yield return new Problem(Reason.MealPartnerUnknown, MealFields.Count(wish), []);
            if (Sites.All(s => s.Id != wish.CareSiteId))
                yield return new Problem(Reason.CareSiteUnknown, MealFields.Site, []);
        }
    }
}
