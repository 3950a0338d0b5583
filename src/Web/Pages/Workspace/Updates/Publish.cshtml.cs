using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Domain.Updates;
using Solidarity.Jobs.Engine;
using Solidarity.Jobs.Messages;
using Solidarity.Web.Forms;
using Solidarity.Web.People;
using Solidarity.Web.Story;

namespace Solidarity.Web.Pages.Workspace.Updates;

/// <summary>Shows an update to those it is for: now, or at an hour of the site's own clock.</summary>
[Asks(Right.PublishWords)]
public sealed class PublishModel(SolidarityDb db, PublishUpdate publish, Site site, IWakeJobs wake, IStringLocalizer<Texts.Updates> texts) : FormPage
{
    /// <summary>As browsers send a date with a time (https://html.spec.whatwg.org/#local-dates-and-times), and as people type one where they do not.</summary>
    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm"];

    public Update Update { get; private set; } = null!;

    /// <summary>How many would be mailed it now.</summary>
    public int Readers { get; private set; }

    /// <summary>What is about to be published.</summary>
    public IHtmlContent Words { get; private set; } = HtmlString.Empty;

    /// <summary>Of the words that stood on the page that was sent.</summary>
    [BindProperty]
    public Guid Version { get; set; }

    [BindProperty]
    public string? At { get; set; }

    [BindProperty]
    public string When { get; set; } = "";

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => ShowAsync(id, cancel);

    public async Task<IActionResult> OnPostAsync(string project, Guid id, CancellationToken cancel)
    {
        if (await ShowAsync(id, cancel) is not PageResult)
            return await GoneAsync(project, id, cancel);
        try
        {
            var done = await DoAsync(id, cancel);
            wake.Wake<ProcessOutbox>();
            return Then($"/workspace/projects/{project}/updates", done);
        }
        catch (Refusal refusal)
        {
            // With what stands there now: somebody else may have changed it.
            return await ShowAsync(id, cancel) is PageResult ? Refused(refusal) : await GoneAsync(project, id, cancel);
        }
    }

    /// <summary>Who presses twice is told what came of it: it is published.</summary>
    private async Task<IActionResult> GoneAsync(string project, Guid id, CancellationToken cancel)
    {
        var projectId = HttpContext.Workplace().ProjectId;
        return await db.Updates.AnyAsync(u => u.ProjectId == projectId && u.Id == id, cancel) ? Then($"/workspace/projects/{project}/updates", "Published") : NotFound();
    }

    private async Task<string> DoAsync(Guid id, CancellationToken cancel)
    {
        var (projectId, me) = (Update.ProjectId, HttpContext.Workplace().PersonId);
        switch (When)
        {
            case "later":
                await publish.LaterAsync(projectId, id, Version, me, MomentOf(At), cancel);
                return "Scheduled";
            case "never":
                await publish.NotYetAsync(projectId, id, me, cancel);
                return "Unscheduled";
            default:
                await publish.NowAsync(projectId, id, Version, me, cancel);
                return "Published";
        }
    }

    private DateTimeOffset MomentOf(string? typed)
    {
        if (!DateTime.TryParseExact(typed?.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            throw new Refusal(Reason.DateNotValid, "at");
        return site.MomentOf(local);
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancel)
    {
        var projectId = HttpContext.Workplace().ProjectId;
        if (await db.Updates.AsNoTracking().SingleOrDefaultAsync(u => u.ProjectId == projectId && u.Id == id && u.Status != UpdateStatus.Published, cancel) is not { } update)
            return NotFound();
        Update = update;
        Readers = await PlanMailings.Readers(db, update.ProjectId, update.Audience).CountAsync(cancel);
        Words = new HtmlString(StoryMarkdown.ToHtml(update.Body, texts["Table"], await db.PicturesInAsync(update.Body, cancel)));
        return Page();
    }
}
