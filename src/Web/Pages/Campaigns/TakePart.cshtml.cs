using Microsoft.AspNetCore.Mvc;
using Solidarity.Domain;
using Solidarity.Domain.Meals;
using Solidarity.Web.Forms;
using Solidarity.Web.People;
using Solidarity.Web.Safety;

namespace Solidarity.Web.Pages.Campaigns;

/// <summary>What taking part in a meals programme means for a restaurant, and the way on.</summary>
[Everyone]
public sealed class TakePartModel(SolidarityDb db, Site site, TimeProvider clock) : FormPage
{
    public MealProgramme Programme { get; private set; } = null!;

    public bool IsPublic => Programme.IsPublic();

    public bool TakesApplications => Programme.TakesApplications(Programme.Campaign, site.DayOf(clock.GetUtcNow()));

    public bool SignedIn => User.Session() is not null;

    /// <summary>Where a restaurant is chosen.</summary>
    public string Next { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string slug, string? key, CancellationToken cancel)
    {
        if (await db.OpenProgrammeAsync(slug, key, cancel) is not { } programme)
            return NotFound();
        Response.KeepSecret();
        Programme = programme;
        Next = $"/workspace/programmes/{programme.Campaign.Slug}".WithKey(IsPublic ? null : key);
        return Page();
    }
}
