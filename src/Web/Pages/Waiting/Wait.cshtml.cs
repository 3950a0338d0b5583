using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Meals;
using Solidarity.Jobs.Engine;
using Solidarity.Jobs.Messages;
using Solidarity.Web.Forms;
using Solidarity.Web.Language;
using Solidarity.Web.Pages.Giving;
using Solidarity.Web.People;
using Solidarity.Web.Safety;

namespace Solidarity.Web.Pages.Waiting;

/// <summary>Ask to be told when there are meals to buy again. The answer is the same for every address.</summary>
[EnableRateLimiting(SafetySetup.Following)]
[Everyone]
public sealed class WaitModel(SolidarityDb db, WaitForMeals wait, IWakeJobs wake, TimeProvider clock) : FormPage
{
    public Campaign Campaign { get; private set; } = null!;

    public MealMenu Menu { get; private set; } = null!;

    /// <summary>It takes no gifts any more: there is nothing to wait for.</summary>
    public bool IsOver { get; private set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Count { get; set; }

    /// <summary>Its id in the programme; nothing for any.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Restaurant { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel) => await FindAsync(slug, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancel)
    {
        if (!await FindAsync(slug, cancel))
            return NotFound();
        try
        {
            if (IsOver)
                throw new Refusal(Reason.CampaignNotOpen);
            await wait.AskAsync(Campaign, Menu, new WaitingWish(Email, int.TryParse(Count?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null, Cook()), HttpContext.ReaderLanguage(), cancel);
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }

        wake.Wake<ProcessOutbox>();
        return Then($"/campaigns/{Campaign.Slug}/waiting", "LetterSent");
    }

    /// <returns>An unknown id stays unknown.</returns>
    private Guid? Cook() => string.IsNullOrEmpty(Restaurant) ? null : Guid.TryParse(Restaurant, out var id) ? id : Guid.Empty;

    private async Task<bool> FindAsync(string slug, CancellationToken cancel)
    {
        if (await GivingCampaign.FindAsync(db, slug, clock.GetUtcNow(), cancel) is not { Menu: { } menu } found)
            return false;
        (Campaign, Menu, IsOver) = (found.Campaign, menu, found.Closed == Reason.CampaignNotOpen);
        return true;
    }
}
