using Microsoft.EntityFrameworkCore;

namespace Solidarity.Domain.Projects;

public static class StoryVersions
{
    /// <summary>The newest words in that language, published or not; null where there are none yet.</summary>
    public static async Task<StoryVersion?> NewestAsync(this SolidarityDb db, Project project, string language, CancellationToken cancel) =>
        await db.StoryVersions.Where(v => v.ProjectId == project.Id && v.Language == language && !v.Aside).OrderByDescending(v => v.Number).FirstOrDefaultAsync(cancel)
            ?? (language == project.Language ? Original(project) : null);

    /// <summary>What a project from before versions were kept says, as its first version.</summary>
    internal static StoryVersion Original(Project project) => new()
    {
        Id = project.Id,
        ProjectId = project.Id,
        Language = project.Language,
        Number = 1,
        Title = project.Title,
        Summary = project.Summary,
        Place = project.Place,
        Story = project.Story,
        At = project.PublishedAt ?? DateTimeOffset.UnixEpoch,
        BasedOn = 0,
        Aside = false,
    };
}
