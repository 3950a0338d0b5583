using Microsoft.AspNetCore.Mvc;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Domain.Projects;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Projects;

/// <summary>Asks once more before a draft is deleted.</summary>
[Asks(Right.PublishWords)]
public sealed class DeleteModel(SolidarityDb db, DeleteDraft delete) : ProjectPage(db)
{
    public IActionResult OnGet() => DeleteDraft.CanBe(Project) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        try
        {
            await delete.RunAsync(Project.Id, Me, cancel);
            return Then($"/workspace/organisations/{Workplace.Organisation}", "DraftDeleted");
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }
    }
}
