using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Partners;
using Solidarity.Domain.People;
using Solidarity.Domain.Projects;
using Solidarity.Domain.Reviews;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Projects;

/// <summary>One thing that a project needs before people give to it.</summary>
/// <param name="Path">Where it is done; null where whoever looks cannot do it.</param>
public sealed record Step(string Name, bool Done, string? Path);

/// <summary>What is done, what is missing, what comes next.</summary>
[Asks(Right.SeeWorkspace)]
public sealed class OverviewModel(SolidarityDb db) : ProjectPage(db)
{
    public List<CampaignRow> Campaigns { get; private set; } = [];

    public List<Step> Steps { get; private set; } = [];

    /// <summary>What the moderators said, while the project waits to be submitted again; null where nobody sent it back.</summary>
    public Review? SentBack { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        SentBack = Project.Status != ProjectStatus.Draft ? null
            : await Db.Reviews.AsNoTracking().Where(r => r.ProjectId == Project.Id && r.CampaignId == null).OrderByDescending(r => r.SubmittedAt).FirstOrDefaultAsync(cancel) is { Outcome: ReviewOutcome.SentBack } back ? back : null;
        Campaigns = await Db.Campaigns.Where(c => c.ProjectId == Project.Id).OrderBy(c => c.Id)
            .Select(c => new CampaignRow(c.Slug, c.Title, c.Status, c.Kind == CampaignKind.Meals || c.GoalMinor != null, c.Kind == CampaignKind.Meals || c.Needs.Any(),
                c.Kind == CampaignKind.Meals ? Db.MealPartners.Cooking().Any(p => p.CampaignId == c.Id) : Db.Partners.Payable().Any(p => p.Id == c.PartnerId))).ToListAsync(cancel);
        var missing = SubmitForReview.Missing(Project, Campaigns.Count).Select(p => p.Field).ToHashSet();
        var payable = Campaigns.Count > 0 ? Campaigns.Exists(c => c.CanBePaid)
            : await Db.Partners.Payable().AnyAsync(p => p.OrganisationId == Project.OrganisationId, cancel);
        var (words, campaigns) = (Workplace.May(Right.WriteWords), Workplace.May(Right.ManageCampaigns));
        var first = Campaigns.Find(c => !c.HasGoal || !c.HasNeeds) ?? Campaigns.FirstOrDefault();
        Steps =
        [
            new("Story", !missing.Overlaps(["story", "summary"]), words ? $"{Home}/story" : null),
            new("Place", !missing.Contains("place"), words ? $"{Home}/story" : null),
            new("Cover", Project.CoverPictureId is not null || Project.Cover is not null, words ? $"{Home}/pictures" : null),
            new("Campaign", !missing.Contains("campaign"), campaigns ? $"{Home}/campaigns/new" : null),
            new("Goal", Campaigns.Exists(c => c.HasGoal && c.HasNeeds), campaigns && first is not null ? $"/workspace/campaigns/{first.Slug}" : null),
            new("Paid", payable, Workplace.May(Right.SeeMoney) ? $"/workspace/organisations/{Workplace.Organisation}/money" : null),
            new("Review", Project.IsShown(), $"{Home}/review"),
        ];
    }

    public sealed record CampaignRow(string Slug, string Title, CampaignStatus Status, bool HasGoal, bool HasNeeds, bool CanBePaid);
}
