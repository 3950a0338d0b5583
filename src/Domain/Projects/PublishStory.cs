using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Trail;

namespace Solidarity.Domain.Projects;

/// <summary>Shows the newest words of a project to the world, or takes a translation away from it.</summary>
public sealed class PublishStory(SolidarityDb db, TimeProvider clock)
{
    /// <summary>The original language changes the project itself, another its translation.</summary>
    /// <param name="number">Of the version that whoever publishes has seen.</param>
    /// <exception cref="Refusal">A moderator is reading the words that stand; somebody saved newer ones meanwhile; or there is no story to show.</exception>
    public async Task RunAsync(Guid projectId, string language, int number, Guid personId, CancellationToken cancel)
    {
        var project = await db.Projects.SingleAsync(p => p.Id == projectId, cancel);
        if (project.Status == ProjectStatus.InReview)
            throw new Refusal(Reason.InReviewNow);
        var newest = await db.NewestAsync(project, language, cancel) ?? throw new Refusal(Reason.NoLongerThere);
        if (newest.Number != number)
            throw new Refusal(Reason.ChangedMeanwhile);
        if (newest.Story.Length == 0)
            throw new Refusal(Reason.TextMissing, "story");
        if (language == project.Language)
            Show(project, newest);
        else
            await ShowTranslationAsync(newest, cancel);
        Note("WordsPublished", project, newest.Language, personId, newest.Number);
        await db.SaveOrRefuseAsync(cancel);
    }

    /// <summary>The translation's versions stay in the history.</summary>
    public async Task WithdrawTranslationAsync(Guid projectId, string language, Guid personId, CancellationToken cancel)
    {
        if (await db.ProjectTranslations.FindAsync([projectId, language], cancel) is not { } translation)
            return;
        db.Remove(translation);
        Note("TranslationWithdrawn", await db.Projects.SingleAsync(p => p.Id == projectId, cancel), language, personId, translation.Number);
        await db.SaveOrRefuseAsync(cancel);
    }

    internal static void Show(Project project, StoryVersion version)
    {
        (project.Title, project.Summary, project.Story, project.StoryNumber) = (version.Title, version.Summary, version.Story, version.Number);
        project.Place = version.Place ?? project.Place;
    }

    private async Task ShowTranslationAsync(StoryVersion version, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await db.ProjectTranslations.FindAsync([version.ProjectId, version.Language], cancel) is not { } shown)
        {
            shown = new ProjectTranslation { ProjectId = version.ProjectId, Language = version.Language, Title = "", Summary = "", Story = "", Number = 0, PublishedAt = now };
            db.Add(shown);
        }

        (shown.Title, shown.Summary, shown.Place, shown.Story) = (version.Title, version.Summary, version.Place, version.Story);
        (shown.Number, shown.PublishedAt) = (version.Number, now);
    }

    private void Note(string act, Project project, string language, Guid personId, int number) =>
        db.Note(act, personId, clock.GetUtcNow(), project.OrganisationId, project.Id, project.Title, string.Create(CultureInfo.InvariantCulture, $"{language} · {number}"));
}
