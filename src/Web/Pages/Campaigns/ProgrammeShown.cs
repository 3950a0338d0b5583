using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Meals;

namespace Solidarity.Web.Pages.Campaigns;

/// <summary>What the public sees of a meals programme: who cooks, for whom, and where the meals are.</summary>
/// <param name="Free">How many meals each restaurant has left, by its id in the programme.</param>
/// <param name="Counts">Kept rows, one a restaurant and site.</param>
/// <param name="Chart">Null where nothing was paid yet.</param>
/// <param name="IsOpen">Meals can be bought, or waited for.</param>
public sealed record ProgrammeShown(string Slug, bool IsOpen, MealMenu Menu, IReadOnlyDictionary<Guid, int> Free, IReadOnlyList<CountShown> Counts, MealsChart? Chart, ProgrammeMoney Money)
{
    // Compiled once: asked for with every programme's page.
    private static readonly Func<SolidarityDb, Guid, IAsyncEnumerable<CountShown>> CountsOf = EF.CompileAsyncQuery((SolidarityDb db, Guid campaignId) =>
        db.MealCounts.AsNoTracking().Where(c => c.CareSite.CampaignId == campaignId).Select(c => new CountShown(c, c.MealPartner.Partner.Name, c.CareSite.Ward, c.CareSite.Name)));

    private static readonly Func<SolidarityDb, Guid, IAsyncEnumerable<MealWeek>> WeeksOf = EF.CompileAsyncQuery((SolidarityDb db, Guid campaignId) =>
        db.MealWeeks.Where(w => w.CampaignId == campaignId).OrderBy(w => w.Starts).AsNoTracking());

    public int FreeInAll => Free.Values.Sum();

    public bool Cooks => Menu.Partners.Any(p => p.Cooks);

    /// <param name="campaign">With its totals.</param>
    /// <returns>Null for campaigns of other kinds.</returns>
    public static async Task<ProgrammeShown?> FindAsync(SolidarityDb db, Campaign campaign, bool isOpen, DateOnly today, CancellationToken cancel)
    {
        if (await MealMenu.FindAsync(db, campaign, cancel) is not { } menu)
            return null;
        var free = await db.FreePlacesAsync(menu.Programme, menu.Partners, today, cancel);
        var counts = await CountsOf(db, campaign.Id).ToListAsync(cancel);
        var weeks = await WeeksOf(db, campaign.Id).ToListAsync(cancel);
        var last = menu.Programme.DeliverBy < today ? menu.Programme.DeliverBy : today;
        return new(campaign.Slug, isOpen, menu, free, counts, MealsChart.Of(weeks, last), await ProgrammeMoney.ReadAsync(db, campaign, cancel));
    }

    /// <summary>Rows of a table: the meals of each restaurant, or for each site.</summary>
    public IEnumerable<(string Name, MealSums Sums)> By(Func<CountShown, string> name) =>
        Counts.GroupBy(name).OrderBy(g => g.Key, StringComparer.CurrentCulture).Select(g => (g.Key, MealSums.Of(g.Select(c => c.Meals))));

    public MealSums Sums => MealSums.Of(Counts.Select(c => c.Meals));
}

/// <summary>The meals of one restaurant for one ward, with their names.</summary>
public sealed record CountShown(MealCount Meals, string Restaurant, string Ward, string Hospital);

/// <summary>How many meals are where; each later state is contained in the earlier ones, but those paid back.</summary>
public sealed record MealSums(int Paid, int Cooked, int Delivered, int Confirmed, int Redeemed, int Refunded)
{
    /// <summary>Brought to a ward or eaten at the counter.</summary>
    public int Arrived => Delivered + Redeemed;

    public static MealSums Of(IEnumerable<MealCount> counts)
    {
        var all = counts.ToList();
        return new(all.Sum(c => c.Paid), all.Sum(c => c.Cooked), all.Sum(c => c.Delivered + c.Confirmed), all.Sum(c => c.Confirmed), all.Sum(c => c.Redeemed), all.Sum(c => c.Refunded));
    }
}
