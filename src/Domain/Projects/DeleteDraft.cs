using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Trail;

namespace Solidarity.Domain.Projects;

/// <summary>Deletes a project that nobody outside its organisation has ever seen, with its campaigns, versions and reviews. The trail says so.</summary>
public sealed class DeleteDraft(SolidarityDb db, TimeProvider clock)
{
    /// <exception cref="Refusal">It is no draft, or was public once.</exception>
    public Task RunAsync(Guid projectId, Guid personId, CancellationToken cancel) => db.InTransactionAsync(async () =>
    {
        // Holds the row until the end: who submits it at the same moment comes too late, or first.
        await db.Projects.Where(p => p.Id == projectId).ExecuteUpdateAsync(set => set.SetProperty(p => p.Slug, p => p.Slug), cancel);
        var project = await db.Projects.AsNoTracking().SingleAsync(p => p.Id == projectId, cancel);
        if (!CanBe(project))
            throw new Refusal(Reason.MoveNotAllowed);
        await db.Updates.Where(u => u.ProjectId == projectId && u.PublishedAt == null).ExecuteDeleteAsync(cancel);
        await db.Reviews.Where(r => r.ProjectId == projectId).ExecuteDeleteAsync(cancel);
        await CampaignsAsync(projectId, cancel);
        await db.StoryVersions.Where(v => v.ProjectId == projectId).ExecuteDeleteAsync(cancel);
        await db.StoryDrafts.Where(d => d.ProjectId == projectId).ExecuteDeleteAsync(cancel);
        await db.ProjectTranslations.Where(t => t.ProjectId == projectId).ExecuteDeleteAsync(cancel);
        await db.ProjectQuestions.Where(q => q.ProjectId == projectId).ExecuteDeleteAsync(cancel);
        await db.ProjectPeople.Where(p => p.ProjectId == projectId).ExecuteDeleteAsync(cancel);
        await db.Set<ProjectMove>().Where(m => m.ProjectId == projectId).ExecuteDeleteAsync(cancel);
        await db.Projects.Where(p => p.Id == projectId).ExecuteDeleteAsync(cancel);
        db.Note("DraftDeleted", personId, clock.GetUtcNow(), project.OrganisationId, projectId, project.Title);
        await db.SaveChangesAsync(cancel);
    }, cancel);

    public static bool CanBe(Project project) => project is { Status: ProjectStatus.Draft, PublishedAt: null };

    private async Task CampaignsAsync(Guid projectId, CancellationToken cancel)
    {
        var campaigns = db.Campaigns.Where(c => c.ProjectId == projectId).Select(c => c.Id);
        await db.MealSlots.Where(s => campaigns.Contains(s.MealPartner.CampaignId)).ExecuteDeleteAsync(cancel);
        await db.MealPartners.Where(p => campaigns.Contains(p.CampaignId)).ExecuteDeleteAsync(cancel);
        await db.CareSites.Where(s => campaigns.Contains(s.CampaignId)).ExecuteDeleteAsync(cancel);
        await db.MealProgrammes.Where(p => campaigns.Contains(p.CampaignId)).ExecuteDeleteAsync(cancel);
        await db.CampaignNeeds.Where(n => campaigns.Contains(n.CampaignId)).ExecuteDeleteAsync(cancel);
        await db.CampaignAdditions.Where(a => campaigns.Contains(a.CampaignId)).ExecuteDeleteAsync(cancel);
        await db.CampaignDays.Where(d => campaigns.Contains(d.CampaignId)).ExecuteDeleteAsync(cancel);
        await db.CampaignTotals.Where(t => campaigns.Contains(t.CampaignId)).ExecuteDeleteAsync(cancel);
        await db.Set<CampaignMove>().Where(m => campaigns.Contains(m.CampaignId)).ExecuteDeleteAsync(cancel);
        await db.Campaigns.Where(c => c.ProjectId == projectId).ExecuteDeleteAsync(cancel);
    }
}
