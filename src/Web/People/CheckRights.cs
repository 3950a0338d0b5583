using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.People;

namespace Solidarity.Web.People;

/// <summary>Decides whether whoever asks has the right that the page asks for.</summary>
internal sealed class CheckRights(SolidarityDb db, IHttpContextAccessor http) : AuthorizationHandler<AskedRight>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, AskedRight requirement)
    {
        if (http.HttpContext is not { } request)
            return;
        // What asks who is there is for them alone, also once they have left the browser to somebody else.
        request.Response.Headers.CacheControl = "no-store";
        if (context.User.Session() is not { } session)
            return;
        var right = requirement.For(request.Request.Method);
        if (!await HasAsync(request, session, right))
            return;
        if (right.AsksMore() && !session.Strong)
            context.Fail(new AuthorizationFailureReason(this, AskForMore));
        else
            context.Succeed(requirement);
    }

    /// <summary>Whoever asks would have the right, had they signed in with a second factor.</summary>
    public const string AskForMore = "A second factor is asked for.";

    private async Task<bool> HasAsync(HttpContext request, CurrentSession session, Right right)
    {
        if (right == Right.UseAccount)
            return true;
        if (!right.IsOfOrganisation())
            return session.PlatformRole.Has(right);
        if (await FindAsync(request, session.PersonId) is not { } workplace)
            return false;
        request.Features.Set(workplace);
        return workplace.May(right);
    }

    private async Task<Workplace?> FindAsync(HttpContext request, Guid personId)
    {
        var (route, cancel) = (request.Request.RouteValues, request.RequestAborted);
        var place = route switch
        {
            _ when Slug("campaign") is { } campaign => db.Campaigns.Where(c => c.Slug == campaign).Select(c => new { c.Project.OrganisationId, ProjectId = (Guid?)c.ProjectId, CampaignId = (Guid?)c.Id }),
            _ when Slug("project") is { } project => db.Projects.Where(p => p.Slug == project).Select(p => new { p.OrganisationId, ProjectId = (Guid?)p.Id, CampaignId = (Guid?)null }),
            _ when Slug("organisation") is { } organisation => db.Organisations.Where(o => o.Slug == organisation).Select(o => new { OrganisationId = o.Id, ProjectId = (Guid?)null, CampaignId = (Guid?)null }),
            _ => throw new InvalidOperationException($"The address {request.Request.Path} names no organisation, project or campaign."),
        };
        return await place.Join(db.Memberships.Where(m => m.PersonId == personId), p => p.OrganisationId, m => m.OrganisationId,
            (p, m) => new Workplace(personId, m.Role, p.OrganisationId, m.Organisation.Slug, m.Organisation.Name, p.ProjectId, p.CampaignId)).SingleOrDefaultAsync(cancel);

        string? Slug(string name) => route.TryGetValue(name, out var value) ? value?.ToString() : null;
    }
}
