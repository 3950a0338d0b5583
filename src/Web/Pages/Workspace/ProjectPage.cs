using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Domain.Projects;
using Solidarity.Web.Forms;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace;

/// <summary>What the links above every page of a project's workspace need.</summary>
/// <param name="Home">Path of the project's workspace.</param>
public sealed record ProjectPlaces(string Title, string Home);

/// <summary>A page of a project's workspace, or of one of its campaigns'.</summary>
public abstract class ProjectPage(SolidarityDb db) : FormPage
{
    public Project Project { get; private set; } = null!;

    public Workplace Workplace => HttpContext.Workplace();

    /// <summary>Path of the project's workspace.</summary>
    public string Home => Places.Home;

    public ProjectPlaces Places => new(Project.Title, $"/workspace/projects/{Project.Slug}");

    protected Guid Me => Workplace.PersonId;

    protected SolidarityDb Db => db;

    /// <summary>For what stands on the page as soon as it is saved: a draft's page only the team sees, any other the world, or a moderator.</summary>
    /// <exception cref="Refusal">Whoever saves may prepare drafts, and this is none; or a moderator is reading.</exception>
    protected void MayShow()
    {
        if (Project.Status == ProjectStatus.InReview)
            throw new Refusal(Reason.InReviewNow);
        if (Project.Status != ProjectStatus.Draft && !Workplace.May(Right.PublishWords))
            throw new Refusal(Reason.ShownAtOnce);
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Project = await db.Projects.AsNoTracking().SingleAsync(p => p.Id == Workplace.ProjectId, HttpContext.RequestAborted);
        await base.OnPageHandlerExecutionAsync(context, next);
    }
}
