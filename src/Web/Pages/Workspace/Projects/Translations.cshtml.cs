using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Projects;

/// <summary>The languages besides the story's own: which have words, which are public.</summary>
[Asks(Right.WriteWords)]
public sealed class TranslationsModel(SolidarityDb db) : ProjectPage(db)
{
    public List<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var newest = await Db.StoryVersions.Where(v => v.ProjectId == Project.Id && !v.Aside).GroupBy(v => v.Language)
            .Select(g => new { Language = g.Key, Number = g.Max(v => v.Number) }).ToDictionaryAsync(g => g.Language, g => g.Number, cancel);
        var shown = await Db.ProjectTranslations.Where(t => t.ProjectId == Project.Id).ToDictionaryAsync(t => t.Language, t => t.Number, cancel);
        Rows = [.. Languages.All.Where(l => l != Project.Language).Select(l => new Row(l, newest.TryGetValue(l, out var n) ? n : null, shown.TryGetValue(l, out var s) ? s : null))];
    }

    /// <param name="Newest">Number of the newest version; null for none.</param>
    /// <param name="Public">Number of the version that readers see; null for none.</param>
    public sealed record Row(string Language, int? Newest, int? Public);
}
