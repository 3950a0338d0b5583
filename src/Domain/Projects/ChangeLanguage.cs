using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Trail;

namespace Solidarity.Domain.Projects;

/// <summary>Says in which language a draft's story is written, where somebody chose the wrong one. The words are taken along.</summary>
public sealed class ChangeLanguage(SolidarityDb db, TimeProvider clock)
{
    /// <exception cref="Refusal">The project is a draft no more, there are words in that language already, or somebody else changed it meanwhile.</exception>
    public async Task RunAsync(Guid projectId, string? language, Guid personId, CancellationToken cancel)
    {
        if (!Languages.Speaks(language))
            throw new Refusal(Reason.LanguageUnknown, "language");
        var project = await db.Projects.SingleAsync(p => p.Id == projectId, cancel);
        if (project.Language == language)
            return;
        if (project.Status != ProjectStatus.Draft)
            throw new Refusal(Reason.MoveNotAllowed, "language");
        if (await db.StoryVersions.AnyAsync(v => v.ProjectId == projectId && v.Language == language, cancel))
            throw new Refusal(Reason.LanguageTaken, "language");
        var words = (await db.NewestAsync(project, project.Language, cancel))!.Words;
        var now = clock.GetUtcNow();
        db.Add(WriteStory.New(projectId, language!, words, 1, 0, aside: false, personId, now));
        db.Note("LanguageChanged", personId, now, project.OrganisationId, projectId, project.Title, $"{project.Language} → {language}");
        (project.Language, project.StoryNumber) = (language!, 1);
        await db.SaveOrRefuseAsync(cancel);
    }
}
