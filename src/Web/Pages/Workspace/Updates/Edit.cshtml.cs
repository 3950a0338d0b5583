using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Domain.Updates;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Updates;

/// <summary>Changing an update. Of two who do so at once the second sees both texts and loses neither.</summary>
[Asks(Right.WriteWords)]
public sealed class EditModel(SolidarityDb db, WriteUpdate write, IStringLocalizer<Texts.Projects> texts) : UpdateFormPage(db, texts)
{
    public Update Update { get; private set; } = null!;

    /// <summary>What is shown, or soon will be by itself, is changed by those alone who may show it.</summary>
    public bool MayWrite => Update.Status == UpdateStatus.Draft || HttpContext.Workplace().May(Right.PublishWords);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
            return NotFound();
        (Title, Body, Language, Audience, Version) = (Update.Title, Update.Body, Update.Language, Update.Audience, Update.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string project, Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
            return NotFound();
        if (!MayWrite)
            return StatusCode(StatusCodes.Status403Forbidden);
        if (WantsPreview)
            return await ShowPreviewAsync(cancel);
        try
        {
            await write.SaveAsync(Update.ProjectId, id, Words, Version, cancel);
            var here = $"/workspace/projects/{project}/updates/{id}";
            return WantsPublishing ? Then($"{here}/publish") : Then(here, "Saved");
        }
        catch (Refusal refusal)
        {
            if (refusal.Problems.Any(p => p.Reason == Reason.ChangedMeanwhile))
                await ShowTheirsAsync(id, cancel);
            return Refused(refusal);
        }
    }

    /// <summary>Saving once more is then meant: the form stands on what they saved.</summary>
    private async Task ShowTheirsAsync(Guid id, CancellationToken cancel)
    {
        await FindAsync(id, cancel);
        Theirs = new UpdateWords(Update.Title, Update.Body, Update.Language, Update.Audience);
        Version = Update.Version;
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        var projectId = HttpContext.Workplace().ProjectId;
        if (await Db.Updates.AsNoTracking().SingleOrDefaultAsync(u => u.ProjectId == projectId && u.Id == id, cancel) is not { } update)
            return false;
        (Update, IsPublished) = (update, update.Status == UpdateStatus.Published);
        return true;
    }
}
