using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Domain.Projects;
using Solidarity.Web.Language;
using Solidarity.Web.Pages.Projects;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Projects;

/// <summary>The public page as it will be with the newest words, for the team alone.</summary>
[Asks(Right.SeeWorkspace)]
public sealed class PreviewPageModel(SolidarityDb db, TimeProvider clock, Site site, IStringLocalizer<Texts.Projects> texts) : ProjectPage(db)
{
    public Pages.Projects.StoryModel Shown { get; } = new(db, clock, site, texts);

    public async Task OnGetAsync(string? story, CancellationToken cancel)
    {
        var project = await Db.Projects.WithPage().SingleAsync(p => p.Id == Project.Id, cancel);
        var language = Languages.Speaks(story) ? story : HttpContext.ReaderLanguage();
        var newest = await Db.NewestAsync(project, language, cancel) ?? (await Db.NewestAsync(project, project.Language, cancel))!;
        await Shown.ShowAsync(project, newest.Language, newest.Words, cancel, preview: true);
    }
}
