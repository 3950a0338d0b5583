using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Domain.Projects;
using Solidarity.Web.People;
using Solidarity.Web.Story;

namespace Solidarity.Web.Pages.Workspace.Projects;

/// <summary>One saved state of the words; it can be brought back as the newest.</summary>
[Asks(Right.WriteWords)]
public sealed class VersionModel(SolidarityDb db, WriteStory write, IStringLocalizer<Texts.Writing> texts, IStringLocalizer<Texts.Projects> publicTexts) : ProjectPage(db)
{
    public StoryVersion Version { get; private set; } = null!;

    /// <summary>Number of the newest words, which the reader compares these with; 0 where there are none.</summary>
    public int Newest { get; private set; }

    /// <summary>From the newest words to these; null where these are the newest.</summary>
    public ChangesShown? Changes { get; private set; }

    public IHtmlContent Shown { get; private set; } = HtmlString.Empty;

    public async Task<IActionResult> OnGetAsync(string language, int number, CancellationToken cancel)
    {
        if (await FindAsync(language, number, cancel) is not { } version)
            return NotFound();
        Version = version;
        Shown = await Db.ShowAsync(version.Story, publicTexts["Table"], cancel);
        var newest = await Db.NewestAsync(Project, language, cancel);
        Newest = newest?.Number ?? 0;
        if (newest is not null && newest.Words != version.Words)
            Changes = ChangesShown.Of(texts["NewestWords"], newest.Words, texts["TheseWords"], version.Words);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string language, int number, int basedOn, CancellationToken cancel)
    {
        if (await FindAsync(language, number, cancel) is not { } version)
            return NotFound();
        var saved = await write.RunAsync(Project.Id, language, version.Words, basedOn, Me, cancel);
        // Somebody saved other words since the reader compared: the page shows what differs now, and these can be brought back once more.
        return saved.Aside is null ? Then($"{Home}/story/{language}", "BroughtBack") : Then(Request.Path, "NewerMeanwhile");
    }

    private Task<StoryVersion?> FindAsync(string language, int number, CancellationToken cancel) =>
        Db.StoryVersions.AsNoTracking().Include(v => v.By).SingleOrDefaultAsync(v => v.ProjectId == Project.Id && v.Language == language && v.Number == number, cancel);
}
