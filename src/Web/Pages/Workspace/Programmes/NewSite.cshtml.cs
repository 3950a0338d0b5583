using Microsoft.AspNetCore.Mvc;
using Solidarity.Domain;
using Solidarity.Domain.Meals;
using Solidarity.Domain.People;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Programmes;

/// <summary>Adds a care site.</summary>
[Asks(Right.ManageCampaigns)]
public sealed class NewSiteModel(SolidarityDb db, ChangeCareSites change) : SitePage(db, change)
{
    public override bool IsNew => true;

    public void OnGet() => Begin();

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => SaveAsync(null, cancel);
}
