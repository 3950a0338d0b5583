using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Meals;
using Solidarity.Domain.People;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Campaigns;

/// <summary>All deliveries of a meals programme, the newest first; on top, what a ward said is missing or wrong and nobody settled.</summary>
[Asks(Right.SeeWorkspace)]
public sealed class DeliveriesModel(SolidarityDb db) : CampaignPage(db)
{
    /// <summary>More than anybody settles in a day.</summary>
    private const int Most = 100;

    /// <summary>The oldest first: they wait longest.</summary>
    public List<MealDelivery> Open { get; private set; } = [];

    public List<MealDelivery> Rows { get; private set; } = [];

    /// <summary>After which the next page begins, null on the last.</summary>
    public Guid? Older { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid? before, CancellationToken cancel)
    {
        if (Campaign.Kind != CampaignKind.Meals)
            return NotFound();
        var all = Db.MealDeliveries.AsNoTracking().Include(d => d.CareSite).Include(d => d.MealPartner).ThenInclude(p => p.Partner).Where(d => d.MealPartner.CampaignId == Campaign.Id);
        Open = before is null ? await all.Unsettled().OrderBy(d => d.AnsweredAt).Take(Most).ToListAsync(cancel) : [];
        var edge = before is null ? null : await all.Where(d => d.Id == before).Select(d => (DateTimeOffset?)d.PlannedAt).SingleOrDefaultAsync(cancel);
        Rows = await all.Where(d => edge == null || d.PlannedAt < edge || (d.PlannedAt == edge && d.Id.CompareTo(before!.Value) < 0))
            .OrderByDescending(d => d.PlannedAt).ThenByDescending(d => d.Id).Take(Paging.PerPage + 1).ToListAsync(cancel);
        Older = Rows.Cut() ? Rows[^1].Id : null;
        return Page();
    }
}
