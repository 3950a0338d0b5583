using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Partners;
using Solidarity.Domain.People;
using Solidarity.Web.Forms;
using Solidarity.Web.Language;
using Solidarity.Web.Pages.Campaigns;
using Solidarity.Web.People;
using Solidarity.Web.Safety;

namespace Solidarity.Web.Pages.Workspace.Programmes;

/// <summary>A restaurant in a programme: it applies, changes what it cooks and how much, pauses, and sees whether it can be paid.</summary>
[Asks(Right.SeeWorkspace, ToPost = Right.TakePart)]
public sealed class CookModel(SolidarityDb db, ApplyToCook apply, ChangeCook change, Site site, TimeProvider clock) : FormPage
{
    /// <summary>Of a programme that is not public yet.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Key { get; set; }

    [BindProperty(Name = "")]
    public CookFields Fields { get; set; } = new();

    /// <summary>Of the restaurant's row, when the form was opened.</summary>
    [BindProperty]
    public Guid Version { get; set; }

    /// <summary>With campaign and project.</summary>
    public MealProgramme Programme { get; private set; } = null!;

    /// <summary>Null before it has applied.</summary>
    public MealPartner? Cook { get; private set; }

    public Partner Partner { get; private set; } = null!;

    public string List => $"/workspace/organisations/{Place.Organisation}/programmes";

    /// <summary>Also where the page answers to one of its buttons.</summary>
    public string FormPath => Here.WithKey(Key);

    /// <summary>There is something to fill in.</summary>
    public bool TakesForm => !Applies || Programme.TakesApplications(Programme.Campaign, site.DayOf(clock.GetUtcNow()));

    /// <summary>For the first time, or once more.</summary>
    private bool Applies => Cook is null or { Status: MealPartnerStatus.Refused };

    private Workplace Place => HttpContext.Workplace();

    private string Here => $"{List}/{Programme.Campaign.Slug}";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (!await FindAsync(slug, cancel))
            return NotFound();
        await FillAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancel)
    {
        if (!await FindAsync(slug, cancel))
            return NotFound();
        try
        {
            var done = Applies ? "DoneApplied" : "Saved";
            if (Applies)
                await apply.RunAsync(Programme.CampaignId, Place.OrganisationId, Fields.Typed, Place.PersonId, cancel);
            else
                await change.RunAsync(Programme.CampaignId, Place.OrganisationId, Fields.Typed, Version, Place.PersonId, cancel);
            return Then(Here, done);
        }
        catch (Refusal refusal)
        {
            // What the other saved is what this form changes next.
            if (await FindAsync(slug, cancel) && Cook is not null)
                Version = Cook.Version;
            return Refused(refusal);
        }
    }

    public Task<IActionResult> OnPostWithdrawAsync(string slug, CancellationToken cancel) => MoveAsync(slug, apply.WithdrawAsync, "DoneWithdrawn", cancel);

    public Task<IActionResult> OnPostPauseAsync(string slug, CancellationToken cancel) => MoveAsync(slug, change.PauseAsync, "MineDonePaused", cancel);

    public Task<IActionResult> OnPostResumeAsync(string slug, CancellationToken cancel) => MoveAsync(slug, change.ResumeAsync, "MineDoneResumed", cancel);

    private async Task<IActionResult> MoveAsync(string slug, Func<Guid, Guid, Guid, CancellationToken, Task> move, string done, CancellationToken cancel)
    {
        if (!await FindAsync(slug, cancel) || Cook is null)
            return NotFound();
        try
        {
            await move(Programme.CampaignId, Place.OrganisationId, Place.PersonId, cancel);
            return Then(List, done);
        }
        catch (Refusal refusal)
        {
            if (!await FindAsync(slug, cancel))
                return NotFound();
            await FillAsync(cancel);
            return Refused(refusal);
        }
    }

    private async Task FillAsync(CancellationToken cancel)
    {
        if (Cook is not null)
            (Fields, Version) = (CookFields.Of(Cook), Cook.Version);
        else
            (Fields.Language, Fields.City) = (HttpContext.ReaderLanguage(), await db.Organisations.Where(o => o.Id == Place.OrganisationId).Select(o => o.City).SingleAsync(cancel));
    }

    /// <returns>False where there is no such programme, or it is not for this organisation to see.</returns>
    private async Task<bool> FindAsync(string slug, CancellationToken cancel)
    {
        Response.KeepSecret();
        Cook = await db.MealPartners.AsNoTracking().Include(p => p.Partner).Include(p => p.Programme).ThenInclude(p => p.Campaign).ThenInclude(c => c.Project)
            .SingleOrDefaultAsync(p => p.Programme.Campaign.Slug == slug && p.Partner.OrganisationId == Place.OrganisationId, cancel);
        if ((Cook?.Programme ?? await db.OpenProgrammeAsync(slug, Key, cancel)) is not { } programme)
            return false;
        Programme = programme;
        Partner = Cook?.Partner ?? await db.Partners.AsNoTracking().Where(p => p.OrganisationId == Place.OrganisationId).OrderBy(p => p.Id).FirstAsync(cancel);
        return true;
    }
}
