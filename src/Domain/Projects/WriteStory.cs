using Microsoft.EntityFrameworkCore;

namespace Solidarity.Domain.Projects;

/// <summary>What became of words that somebody saved.</summary>
/// <param name="Newest">The version that the next one is based on.</param>
/// <param name="Aside">Null where all went well; else what was saved beside it, because somebody else had saved meanwhile.</param>
public sealed record StorySaved(StoryVersion Newest, StoryVersion? Aside);

/// <summary>
/// Saves a project's words as a new version. Where its author had not seen the newest one, it is kept beside it and the author is shown both:
/// nobody's words are lost, and nobody's are overwritten unseen.
/// </summary>
public sealed class WriteStory(SolidarityDb db, TimeProvider clock)
{
    /// <param name="basedOn">Number of the version that the author had before them; 0 where there was none.</param>
    /// <exception cref="Refusal">Something is missing or too long.</exception>
    public Task<StorySaved> RunAsync(Guid projectId, string language, StoryWords words, int basedOn, Guid personId, CancellationToken cancel) =>
        db.UntilFreeAsync(() => SaveAsync(projectId, language, words, basedOn, personId, cancel));

    private async Task<StorySaved> SaveAsync(Guid projectId, string language, StoryWords words, int basedOn, Guid personId, CancellationToken cancel)
    {
        var project = await db.Projects.SingleAsync(p => p.Id == projectId, cancel);
        var newest = await db.NewestAsync(project, language, cancel);
        await ForgetDraftAsync(projectId, language, personId, cancel);
        if (newest?.Words == words)
        {
            await db.SaveChangesAsync(cancel);
            return new StorySaved(newest, null);
        }

        var last = await KeepOriginalAsync(newest, cancel);
        var aside = newest is not null && newest.Number != basedOn;
        if (aside && await KeptAlreadyAsync(projectId, language, words, personId, newest!.Number, cancel) is { } before)
            return new StorySaved(newest, before);
        var version = New(project.Id, language, words, last + 1, basedOn, aside, personId, clock.GetUtcNow());
        db.Add(version);
        // Nobody but the team sees a draft: its page is what was saved last.
        if (!aside && project.Status == ProjectStatus.Draft && language == project.Language)
            PublishStory.Show(project, version);
        await db.SaveChangesAsync(cancel);
        return aside ? new StorySaved(newest!, version) : new StorySaved(version, null);
    }

    /// <returns>The highest number there is.</returns>
    private async Task<int> KeepOriginalAsync(StoryVersion? newest, CancellationToken cancel)
    {
        if (newest is null)
            return 0;
        var last = await db.StoryVersions.Where(v => v.ProjectId == newest.ProjectId && v.Language == newest.Language).MaxAsync(v => (int?)v.Number, cancel);
        if (last is not null)
            return last.Value;
        db.Add(newest);
        return newest.Number;
    }

    /// <summary>The same words sent once more, by reloading the page that showed both.</summary>
    private async Task<StoryVersion?> KeptAlreadyAsync(Guid projectId, string language, StoryWords words, Guid personId, int newest, CancellationToken cancel)
    {
        var before = await db.StoryVersions.Where(v => v.ProjectId == projectId && v.Language == language && v.Aside && v.ById == personId && v.Number > newest)
            .OrderByDescending(v => v.Number).FirstOrDefaultAsync(cancel);
        return before?.Words == words ? before : null;
    }

    internal static StoryVersion New(Guid projectId, string language, StoryWords words, int number, int basedOn, bool aside, Guid personId, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        ProjectId = projectId,
        Language = language,
        Number = number,
        Title = words.Title,
        Summary = words.Summary,
        Place = words.Place,
        Story = words.Story,
        ById = personId,
        At = now,
        BasedOn = basedOn,
        Aside = aside,
    };

    private async Task ForgetDraftAsync(Guid projectId, string language, Guid personId, CancellationToken cancel)
    {
        if (await db.StoryDrafts.FindAsync([projectId, language, personId], cancel) is { } draft)
            db.Remove(draft);
    }
}
