using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.People;
using Solidarity.Domain.Projects;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace;

/// <summary>The organisations that somebody belongs to, with their projects.</summary>
[Asks(Right.UseAccount)]
public sealed class IndexModel(SolidarityDb db) : PageModel
{
    public List<OrganisationRow> Organisations { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var me = HttpContext.Session().PersonId;
        Organisations = await db.Memberships.Where(m => m.PersonId == me).OrderBy(m => m.Organisation.Name)
            .Select(m => new OrganisationRow(m.Organisation.Slug, m.Organisation.Name, m.Role,
                db.MealPartners.Any(p => p.Partner.OrganisationId == m.OrganisationId && (p.Status == MealPartnerStatus.Accepted || p.Status == MealPartnerStatus.Paused)),
                db.MealVouchers.Waiting().Count(v => v.MealPartner.Partner.OrganisationId == m.OrganisationId),
                db.Projects.Where(p => p.OrganisationId == m.OrganisationId).OrderBy(p => p.Title).Select(p => new ProjectRow(p.Slug, p.Title, p.Status)).ToList()))
            .AsSplitQuery().ToListAsync(cancel);
    }

    /// <param name="Waiting">How many meals it has to cook.</param>
    public sealed record OrganisationRow(string Slug, string Name, OrganisationRole Role, bool Cooks, int Waiting, List<ProjectRow> Projects);

    public sealed record ProjectRow(string Slug, string Title, ProjectStatus Status);
}
