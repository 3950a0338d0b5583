using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.Partners;
using Solidarity.Domain.People;
using Solidarity.Domain.Projects;
using Solidarity.Web.Forms;
using Solidarity.Web.Language;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Organisations;

/// <summary>An organisation: its projects, what it says of itself, who belongs to it.</summary>
[Asks(Right.SeeWorkspace)]
public sealed class OverviewModel(SolidarityDb db) : FormPage
{
    public Organisation Organisation { get; private set; } = null!;

    public OrganisationRole Role { get; private set; }

    public bool MayStart { get; private set; }

    public List<ProjectRow> Projects { get; private set; } = [];

    public List<MemberRow> Members { get; private set; } = [];

    public List<Partner> Partners { get; private set; } = [];

    public string Address => string.Join(", ", new[]
    {
        Organisation.Street, $"{Organisation.PostalCode} {Organisation.City}".Trim(), CountryNames.Of(Organisation.Country),
    }.Where(part => !string.IsNullOrEmpty(part)));

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var place = HttpContext.Workplace();
        (Role, MayStart) = (place.Role, place.May(Right.PublishWords));
        Organisation = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == place.OrganisationId, cancel);
        Projects = await db.Projects.Where(p => p.OrganisationId == place.OrganisationId).OrderBy(p => p.Title).Select(p => new ProjectRow(p.Slug, p.Title, p.Status)).ToListAsync(cancel);
        Members = await db.Memberships.Where(m => m.OrganisationId == place.OrganisationId).OrderBy(m => m.Since).Select(m => new MemberRow(m.Person.Name, m.Role)).ToListAsync(cancel);
        Partners = await db.Partners.AsNoTracking().Where(p => p.OrganisationId == place.OrganisationId).OrderBy(p => p.Name).ToListAsync(cancel);
    }

    public sealed record ProjectRow(string Slug, string Title, ProjectStatus Status);

    public sealed record MemberRow(string Name, OrganisationRole Role);
}
