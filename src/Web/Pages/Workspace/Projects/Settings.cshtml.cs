using Microsoft.AspNetCore.Mvc;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Domain.Projects;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Projects;

/// <summary>The story's own language, while nobody has seen it; and what stays as it is.</summary>
[Asks(Right.PublishWords)]
public sealed class SettingsModel(SolidarityDb db, ChangeLanguage change) : ProjectPage(db)
{
    [BindProperty]
    public string? Language { get; set; }

    public bool CanChange => Project.Status == ProjectStatus.Draft;

    public bool CanDelete => DeleteDraft.CanBe(Project);

    public void OnGet() => Language = Project.Language;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        try
        {
            await change.RunAsync(Project.Id, Language, Me, cancel);
            return Then($"{Home}/settings", "Saved");
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }
    }
}
