using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Meals;
using Solidarity.Domain.People;
using Solidarity.Domain.Projects;
using Solidarity.Domain.Reviews;
using Solidarity.Web.Forms;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace;

/// <summary>Gives the project to the moderators, and tells what they said.</summary>
[Asks(Right.SeeWorkspace, ToPost = Right.PublishWords)]
public sealed class ReviewModel(SolidarityDb db, SubmitForReview submit) : FormPage
{
    public Project Project { get; private set; } = null!;

    /// <summary>What it still lacks, while it is a draft.</summary>
    public IReadOnlyList<Problem> Missing { get; private set; } = [];

    /// <summary>The newest first.</summary>
    public List<Review> Reviews { get; private set; } = [];

    /// <summary>What waits for the moderators: the project, or campaigns of it one by one.</summary>
    public IEnumerable<Review> Pending => Reviews.Where(r => r.Outcome == ReviewOutcome.Pending);

    /// <summary>Drafts of a project that is public: each is reviewed by itself.</summary>
    public List<Domain.Campaigns.Campaign> Drafts { get; private set; } = [];

    [BindProperty]
    public string? Note { get; set; }

    /// <summary>Path of the page, and the field on it, where something that is missing is written.</summary>
    public string Mend(Problem problem) =>
        problem.Field is ProgrammeGaps.Sites or ProgrammeGaps.Restaurants ? $"/workspace/campaigns/{problem.Args[1]}/{problem.Field}" : $"/workspace/projects/{Project.Slug}/{(problem.Field == "campaign" ? "campaigns/new" : $"story#{problem.Field}")}";

    public Task OnGetAsync(CancellationToken cancel) => FindAsync(cancel);

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => DoAsync(place => submit.ProjectAsync(place.ProjectId!.Value, place.PersonId, Note, cancel), "DoneSubmitted", cancel);

    public Task<IActionResult> OnPostCampaignAsync(Guid campaign, CancellationToken cancel) => DoAsync(async place =>
    {
        if (!await db.Campaigns.AnyAsync(c => c.Id == campaign && c.ProjectId == place.ProjectId, cancel))
            throw new Refusal(Reason.CampaignUnknown);
        await submit.CampaignAsync(campaign, place.PersonId, Note, cancel);
    }, "DoneSubmitted", cancel);

    public Task<IActionResult> OnPostWithdrawAsync(Guid review, CancellationToken cancel) =>
        DoAsync(place => submit.WithdrawAsync(review, place.ProjectId!.Value, place.PersonId, cancel), "DoneWithdrawn", cancel);

    private async Task<IActionResult> DoAsync(Func<Workplace, Task> act, string done, CancellationToken cancel)
    {
        try
        {
            await act(HttpContext.Workplace());
            return Then($"/workspace/projects/{RouteData.Values["project"]}/review", done);
        }
        catch (Refusal refusal)
        {
            await FindAsync(cancel);
            return Refused(refusal);
        }
    }

    private async Task FindAsync(CancellationToken cancel)
    {
        var id = HttpContext.Workplace().ProjectId;
        Project = await db.Projects.AsNoTracking().Include(p => p.Campaigns).SingleAsync(p => p.Id == id, cancel);
        Missing = Project.Status == ProjectStatus.Draft ? await submit.MissingAsync(Project, [.. Project.Campaigns.Where(c => c.Status == Domain.Campaigns.CampaignStatus.Draft)], cancel) : [];
        Drafts = Project.Status == ProjectStatus.Live ? [.. Project.Campaigns.Where(c => c.Status == Domain.Campaigns.CampaignStatus.Draft)] : [];
        Reviews = await db.Reviews.AsNoTracking().Include(r => r.Campaign).Where(r => r.ProjectId == id).OrderByDescending(r => r.SubmittedAt).ToListAsync(cancel);
    }
}
