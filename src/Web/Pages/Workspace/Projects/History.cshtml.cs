using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Projects;

/// <summary>Every saved state of the words, the newest first.</summary>
[Asks(Right.WriteWords)]
public sealed class HistoryModel(SolidarityDb db) : ProjectPage(db)
{
    public List<Row> Rows { get; private set; } = [];

    /// <summary>Where the next page begins; null on the last.</summary>
    public Guid? Older { get; private set; }

    public async Task OnGetAsync(Guid? before, CancellationToken cancel)
    {
        var versions = Db.StoryVersions.Where(v => v.ProjectId == Project.Id);
        var edge = before is null ? null : await versions.Where(v => v.Id == before).Select(v => (DateTimeOffset?)v.At).SingleOrDefaultAsync(cancel);
        Rows = await versions.Where(v => edge == null || v.At < edge || (v.At == edge && v.Id.CompareTo(before!.Value) < 0))
            .OrderByDescending(v => v.At).ThenByDescending(v => v.Id).Take(Paging.PerPage + 1)
            .Select(v => new Row(v.Id, v.Language, v.Number, v.At, v.By!.Name, v.Aside)).ToListAsync(cancel);
        Older = Rows.Cut() ? Rows[^1].Id : null;
    }

    public sealed record Row(Guid Id, string Language, int Number, DateTimeOffset At, string? Who, bool Aside);
}
