using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.People;
using Solidarity.Web.Forms;
using Solidarity.Web.Pages.Campaigns;
using Solidarity.Web.People;
using Solidarity.Web.Safety;

namespace Solidarity.Web.Pages.Workspace.Programmes;

/// <summary>For which restaurant somebody applies to a programme: one of their organisations, or a new one.</summary>
[Asks(Right.UseAccount)]
public sealed class ChooseModel(SolidarityDb db, StartOrganisation start) : FormPage, IAskForOrganisation
{
    /// <summary>Of a programme that is not public yet.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Key { get; set; }

    [BindProperty(Name = "")]
    public OrganisationFields Fields { get; set; } = new();

    /// <summary>The campaign's.</summary>
    public string Title { get; private set; } = "";

    public List<Choice> Mine { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (!await FindAsync(slug, cancel))
            return NotFound();
        Fields.Kind = OrganisationKind.Company;
        Fields.Email = await db.People.Where(p => p.Id == HttpContext.Session().PersonId).Select(p => p.Email).SingleAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancel)
    {
        if (!await FindAsync(slug, cancel))
            return NotFound();
        try
        {
            return Then(Form(await start.RunAsync(Fields.Words, HttpContext.Session().PersonId, cancel)));
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }
    }

    /// <summary>Path of the application's form.</summary>
    public string Form(string organisation) => $"/workspace/organisations/{organisation}/programmes/{RouteData.Values["slug"]}".WithKey(Key);

    private async Task<bool> FindAsync(string slug, CancellationToken cancel)
    {
        if (await db.OpenProgrammeAsync(slug, Key, cancel) is not { } programme)
            return false;
        Response.KeepSecret();
        Title = programme.Campaign.Title;
        var me = HttpContext.Session().PersonId;
        var all = await db.Memberships.Where(m => m.PersonId == me).OrderBy(m => m.Organisation.Name).Select(m => new { m.Role, m.Organisation.Slug, m.Organisation.Name }).ToListAsync(cancel);
        Mine = [.. all.Where(m => m.Role.Has(Right.TakePart)).Select(m => new Choice(m.Slug, m.Name))];
        return true;
    }

    public sealed record Choice(string Slug, string Name);
}
