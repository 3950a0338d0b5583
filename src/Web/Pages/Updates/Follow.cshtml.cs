using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Solidarity.Domain;
using Solidarity.Domain.Updates;
using Solidarity.Jobs.Engine;
using Solidarity.Jobs.Messages;
using Solidarity.Web.Forms;
using Solidarity.Web.Language;
using Solidarity.Web.People;
using Solidarity.Web.Safety;

namespace Solidarity.Web.Pages.Updates;

/// <summary>Follow a project without giving. The answer is the same for every address.</summary>
[EnableRateLimiting(SafetySetup.Following)]
[Everyone]
public sealed class FollowModel(SolidarityDb db, FollowProject follow, IWakeJobs wake) : FormPage
{
    public ShownProject Project { get; private set; } = null!;

    [BindProperty]
    public string? Email { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (await ShownProject.FindAsync(db, slug, cancel) is not { } project)
            return NotFound();
        Project = project;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancel)
    {
        if (await ShownProject.FindAsync(db, slug, cancel) is not { } shown)
            return NotFound();
        Project = shown;
        try
        {
            await follow.AskAsync(shown.Id, shown.Title, Email, HttpContext.ReaderLanguage(), cancel);
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }

        wake.Wake<ProcessOutbox>();
        return Then($"/projects/{shown.Slug}/follow", "LetterSent");
    }
}
