using Microsoft.AspNetCore.Mvc;
using Solidarity.Domain;

namespace Solidarity.Web.Pages.Workspace.Projects;

/// <summary>One row of a list that the public page shows.</summary>
/// <param name="Part">Said beside its name.</param>
public sealed record ListedRow(Guid Id, string Name, string? Part = null);

/// <summary>The buttons of one row of a list that people put in order.</summary>
public sealed record RowButtons(Guid Id, string Name, string Language, bool First, bool Last);

/// <summary>A list in the order in which the public page shows it: its rows are moved up and down, and taken off.</summary>
public abstract class ListPage(SolidarityDb db) : ProjectPage(db)
{
    public IReadOnlyList<ListedRow> Rows { get; private set; } = [];

    /// <summary>Where a new row is written; one that is there, with its id behind.</summary>
    public abstract string RowPath { get; }

    /// <summary>A key of the page's texts: to a new row.</summary>
    public abstract string NewRow { get; }

    /// <summary>Null for people's names, which are of no language.</summary>
    public virtual string? LanguageOfNames => Project.Language;

    public async Task OnGetAsync(CancellationToken cancel) => Rows = await ReadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(Guid? up, Guid? down, Guid? remove, CancellationToken cancel)
    {
        try
        {
            MayShow();
            if (remove is { } gone)
                await RemoveAsync(gone, cancel);
            else if ((up ?? down) is { } moved)
                await MoveAsync(moved, up is not null, cancel);
            return Then(Request.Path, remove is null ? null : "RowRemoved");
        }
        catch (Refusal refusal)
        {
            await OnGetAsync(cancel);
            return Refused(refusal);
        }
    }

    protected abstract Task<List<ListedRow>> ReadAsync(CancellationToken cancel);

    protected abstract Task RemoveAsync(Guid id, CancellationToken cancel);

    protected abstract Task MoveAsync(Guid id, bool up, CancellationToken cancel);
}
