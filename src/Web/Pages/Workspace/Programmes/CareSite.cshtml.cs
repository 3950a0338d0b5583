using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Meals;
using Solidarity.Domain.People;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Programmes;

/// <summary>Changes a care site.</summary>
[Asks(Right.ManageCampaigns)]
public sealed class CareSiteModel(SolidarityDb db, ChangeCareSites change) : SitePage(db, change)
{
    public override bool IsNew => false;

    public async Task<IActionResult> OnGetAsync([FromRoute] Guid row, CancellationToken cancel)
    {
        if (await Db.CareSites.AsNoTracking().SingleOrDefaultAsync(s => s.Id == row && s.CampaignId == Campaign.Id, cancel) is not { } site)
            return NotFound();
        (Fields, Version) = (SiteFields.Of(site), site.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] Guid row, CancellationToken cancel) =>
        await Db.CareSites.AnyAsync(s => s.Id == row && s.CampaignId == Campaign.Id, cancel) ? await SaveAsync(row, cancel) : NotFound();
}
