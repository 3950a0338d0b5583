using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Domain.Projects;
using Solidarity.Web.Forms;
using Solidarity.Web.Language;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace;

/// <summary>Begins a project, and where there is none yet the organisation behind it.</summary>
[Asks(Right.UseAccount)]
public sealed class NewModel(SolidarityDb db, StartProject start) : FormPage, IAskForOrganisation
{
    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Summary { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    /// <summary>Slug of one of mine; empty for a new one.</summary>
    [BindProperty]
    public string? Organisation { get; set; }

    [BindProperty(Name = "")]
    public OrganisationFields Fields { get; set; } = new();

    public List<Choice> Mine { get; private set; } = [];

    public async Task OnGetAsync(string? organisation, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Language = HttpContext.ReaderLanguage();
        Organisation = Mine.Find(m => m.Slug == organisation)?.Slug ?? (Mine.Count > 0 ? Mine[0].Slug : "");
        Fields.Email = await db.People.Where(p => p.Id == HttpContext.Session().PersonId).Select(p => p.Email).SingleAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Organisation ??= "";
        try
        {
            var project = await start.RunAsync(new NewProject(Organisation.Length > 0 ? Organisation : null, Fields.Words, Title, Summary, Language, Place), HttpContext.Session().PersonId, cancel);
            return Then($"/workspace/projects/{project.Slug}", "Started");
        }
        catch (Refusal refusal)
        {
            await LoadAsync(cancel);
            return Refused(refusal);
        }
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var me = HttpContext.Session().PersonId;
        var all = await db.Memberships.Where(m => m.PersonId == me).OrderBy(m => m.Organisation.Name).Select(m => new { m.Role, m.Organisation.Slug, m.Organisation.Name }).ToListAsync(cancel);
        Mine = [.. all.Where(m => m.Role.Has(Right.PublishWords)).Select(m => new Choice(m.Slug, m.Name))];
    }

    public sealed record Choice(string Slug, string Name);
}
