using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Meals;
using Solidarity.Domain.People;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Programmes;

/// <summary>Where a programme's meals go.</summary>
[Asks(Right.SeeWorkspace, ToPost = Right.ManageCampaigns)]
public sealed class SitesModel(SolidarityDb db, ChangeCareSites change) : ProgrammePage(db)
{
    /// <summary>Open ones first.</summary>
    public List<CareSite> Sites { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => ReadAsync(cancel);

    public Task<IActionResult> OnPostCloseAsync(Guid row, CancellationToken cancel) => CloseAsync(row, true, cancel);

    public Task<IActionResult> OnPostReopenAsync(Guid row, CancellationToken cancel) => CloseAsync(row, false, cancel);

    private async Task<IActionResult> CloseAsync(Guid id, bool close, CancellationToken cancel)
    {
        try
        {
            await change.CloseAsync(Campaign.Id, id, close, Me, cancel);
            return Then($"{Here}/sites", close ? "DoneClosed" : "DoneReopened");
        }
        catch (Refusal refusal)
        {
            await ReadAsync(cancel);
            return Refused(refusal);
        }
    }

    private async Task ReadAsync(CancellationToken cancel) =>
        Sites = await Db.CareSites.AsNoTracking().Where(s => s.CampaignId == Campaign.Id).OrderBy(s => s.ClosedAt != null).ThenBy(s => s.Name).ThenBy(s => s.Ward).ThenBy(s => s.Id).ToListAsync(cancel);
}
