using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Domain.Updates;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Updates;

/// <summary>A new update, saved as a draft.</summary>
[Asks(Right.WriteWords)]
public sealed class NewModel(SolidarityDb db, WriteUpdate write, IStringLocalizer<Texts.Projects> texts) : UpdateFormPage(db, texts)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var projectId = HttpContext.Workplace().ProjectId!.Value;
        Language = await Db.Projects.Where(p => p.Id == projectId).Select(p => p.Language).SingleAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string project, CancellationToken cancel)
    {
        if (WantsPreview)
            return await ShowPreviewAsync(cancel);
        try
        {
            var workplace = HttpContext.Workplace();
            var update = await write.BeginAsync(workplace.ProjectId!.Value, workplace.PersonId, Words, cancel);
            var there = $"/workspace/projects/{project}/updates/{update.Id}";
            return WantsPublishing ? Then($"{there}/publish") : Then(there, "Saved");
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }
    }
}
