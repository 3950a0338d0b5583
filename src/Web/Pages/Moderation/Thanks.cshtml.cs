using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Meals;
using Solidarity.Domain.People;
using Solidarity.Domain.Reviews;
using Solidarity.Jobs.Engine;
using Solidarity.Jobs.Messages;
using Solidarity.Web.Forms;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Moderation;

/// <summary>The thanks of a ward, and whether everybody may read them.</summary>
[Asks(Right.Moderate)]
public sealed class ThanksModel(SolidarityDb db, DecideMealThanks decide, IWakeJobs wake) : FormPage
{
    public MealThanks Thanks { get; private set; } = null!;

    /// <summary>The moderator belongs to the programme's organisation or the restaurant, or did: another decides.</summary>
    public bool IsOwn { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostShowAsync(Guid id, CancellationToken cancel) => DecideAsync(id, MealThanksStatus.Shown, "DoneThanksShown", cancel);

    public Task<IActionResult> OnPostHideAsync(Guid id, CancellationToken cancel) => DecideAsync(id, MealThanksStatus.Hidden, "DoneThanksHidden", cancel);

    private async Task<IActionResult> DecideAsync(Guid id, MealThanksStatus to, string done, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
            return NotFound();
        try
        {
            await decide.RunAsync(id, to, HttpContext.Session().PersonId, cancel);
            wake.Wake<ProcessOutbox>();
            return Then("/moderation", done);
        }
        catch (Refusal refusal)
        {
            db.ChangeTracker.Clear();
            await FindAsync(id, cancel);
            return Refused(refusal);
        }
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        var thanks = await db.MealThanks.AsNoTracking().Include(t => t.Picture).Include(t => t.Delivery).ThenInclude(d => d.CareSite)
            .Include(t => t.Delivery).ThenInclude(d => d.MealPartner).ThenInclude(p => p.Partner)
            .Include(t => t.Delivery).ThenInclude(d => d.MealPartner).ThenInclude(p => p.Programme).ThenInclude(p => p.Campaign).ThenInclude(c => c.Project)
            .SingleOrDefaultAsync(t => t.Id == id, cancel);
        if (thanks is null)
            return false;
        Thanks = thanks;
        var own = await db.OrganisationsOf(HttpContext.Session().PersonId).ToListAsync(cancel);
        IsOwn = !await db.MealThanks.Where(t => t.Id == id).Moderated(own).AnyAsync(cancel);
        return true;
    }
}
