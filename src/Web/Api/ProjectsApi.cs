using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Projects;
using Solidarity.Web.Pages.Campaigns;

namespace Solidarity.Web.Api;

public sealed record ProjectAnswer(string Slug, string Title, string Summary, string Language, string Place, string Organisation, IReadOnlyList<ProjectCampaignAnswer> Campaigns);

public sealed record ProjectCampaignAnswer(string Slug, string Title, CampaignKind Kind, CampaignStatus Status);

internal static class ProjectsApi
{
    public static void MapProjects(this IEndpointRouteBuilder api) => api.MapGet("/projects", ListAsync)
        .WithName("ListProjects").WithSummary("Every published project with its campaigns, the newest first.");

    private static async Task<Ok<List<ProjectAnswer>>> ListAsync(SolidarityDb db, CancellationToken cancel) => TypedResults.Ok(await db.Projects
        .Shown()
        .OrderByDescending(p => p.PublishedAt)
        .Select(p => new ProjectAnswer(p.Slug, p.Title, p.Summary, p.Language, p.Place, p.Organisation.Name, p.Campaigns
            .Where(c => ShownCampaigns.States.Contains(c.Status)).OrderByDescending(c => c.LaunchedAt)
            .Select(c => new ProjectCampaignAnswer(c.Slug, c.Title, c.Kind, c.Status)).ToList()))
        .ToListAsync(cancel));
}
