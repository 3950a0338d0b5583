using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Projects;

/// <summary>Every saved state of the words, the newest first.</summary>
[Asks(Right.WriteWords)]
public sealed class HistoryModel(SolidarityDb db) : ProjectPage(db)
{
    private const int PerPage = 50;

    public List<Row> Rows { get; private set; } = [];

    /// <summary>How many to leave out to see older ones.</summary>
    public int? Older { get; private set; }

    public async Task OnGetAsync(int after, CancellationToken cancel)
    {
        after = Math.Max(0, after);
        Rows = await Db.StoryVersions.Where(v => v.ProjectId == Project.Id).OrderByDescending(v => v.At).ThenByDescending(v => v.Number).Skip(after).Take(PerPage)
            .Select(v => new Row(v.Language, v.Number, v.At, v.By!.Name, v.Aside)).ToListAsync(cancel);
        Older = Rows.Count == PerPage ? after + PerPage : null;
    }

    public sealed record Row(string Language, int Number, DateTimeOffset At, string? Who, bool Aside);
}
