using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Letters;
using Solidarity.Domain.Projects;
using Solidarity.Domain.Trail;

namespace Solidarity.Domain.Reviews;

/// <summary>A moderator takes a public project away from the public with all its campaigns, and brings it back.</summary>
public sealed class SuspendProject(SolidarityDb db, TellOwners tell, TimeProvider clock)
{
    /// <exception cref="Refusal">No reasons, not public, or the moderator's own.</exception>
    public Task SuspendAsync(Guid projectId, Guid moderatorId, string? reasons, CancellationToken cancel) => db.InTransactionAsync(async () =>
    {
        var words = CleanText.Needed(reasons, "reasons", FormWords.LongestReasons);
        var (project, now) = await TakeAsync(projectId, moderatorId, cancel);
        project.MoveTo(ProjectStatus.Suspended, now, moderatorId.ToString());
        foreach (var campaign in project.Campaigns.Where(c => c.Status == CampaignStatus.Live))
            campaign.MoveTo(CampaignStatus.Suspended, now, moderatorId.ToString());
        db.Note("Suspended", moderatorId, now, project.OrganisationId, project.Id, project.Title, words);
        await tell.RunAsync(project, LetterKind.ProjectSuspended, project.Title, words, $"/workspace/projects/{project.Slug}", now, cancel);
        await db.SaveChangesAsync(cancel);
    }, cancel);

    /// <exception cref="Refusal">No reasons, not suspended, or the moderator's own.</exception>
    public Task ReinstateAsync(Guid projectId, Guid moderatorId, string? reasons, CancellationToken cancel) => db.InTransactionAsync(async () =>
    {
        var words = CleanText.Needed(reasons, "reasons", FormWords.LongestReasons);
        var (project, now) = await TakeAsync(projectId, moderatorId, cancel);
        project.MoveTo(ProjectStatus.Live, now, moderatorId.ToString());
        foreach (var campaign in project.Campaigns.Where(c => c.Status == CampaignStatus.Suspended))
            campaign.MoveTo(CampaignStatus.Live, now, moderatorId.ToString());
        db.Note("Reinstated", moderatorId, now, project.OrganisationId, project.Id, project.Title, words);
        await tell.RunAsync(project, LetterKind.ProjectReinstated, project.Title, words, $"/projects/{project.Slug}", now, cancel);
        await db.SaveChangesAsync(cancel);
    }, cancel);

    private async Task<(Project Project, DateTimeOffset Now)> TakeAsync(Guid projectId, Guid moderatorId, CancellationToken cancel)
    {
        var project = await db.Projects.Include(p => p.Campaigns).SingleAsync(p => p.Id == projectId, cancel);
        await db.RefuseOwnAsync(project.OrganisationId, moderatorId, cancel);
        return (project, clock.GetUtcNow());
    }
}
