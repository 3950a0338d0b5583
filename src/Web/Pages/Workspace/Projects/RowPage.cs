using Microsoft.AspNetCore.Mvc;
using Solidarity.Domain;

namespace Solidarity.Web.Pages.Workspace.Projects;

/// <summary>One row of a list on the public page: a new one, or one that is there.</summary>
public abstract class RowPage(SolidarityDb db) : ProjectPage(db)
{
    public bool IsNew { get; private set; } = true;

    /// <summary>Path of the list.</summary>
    protected abstract string List { get; }

    public async Task<IActionResult> OnGetAsync([FromRoute] Guid? row, CancellationToken cancel)
    {
        IsNew = row is null;
        return row is not { } id || await ReadAsync(id, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] Guid? row, CancellationToken cancel)
    {
        try
        {
            IsNew = row is null;
            MayShow();
            await SaveAsync(row, cancel);
            return Then(List, "Saved");
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }
    }

    /// <returns>False where this project has no such row.</returns>
    protected abstract Task<bool> ReadAsync(Guid id, CancellationToken cancel);

    /// <param name="id">Null for a new one.</param>
    protected abstract Task SaveAsync(Guid? id, CancellationToken cancel);
}
