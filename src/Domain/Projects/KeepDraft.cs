using Microsoft.EntityFrameworkCore;

namespace Solidarity.Domain.Projects;

/// <summary>Keeps what somebody is typing, so that a closed browser loses little. Asks nothing of the words but that they fit.</summary>
public sealed class KeepDraft(SolidarityDb db, TimeProvider clock)
{
    public async Task RunAsync(Guid projectId, string language, StoryWords typed, int basedOn, Guid personId, CancellationToken cancel)
    {
        if (await db.StoryDrafts.FindAsync([projectId, language, personId], cancel) is not { } draft)
        {
            draft = new StoryDraft { ProjectId = projectId, Language = language, PersonId = personId, Title = "", Summary = "", Place = "", Story = "", BasedOn = basedOn, At = clock.GetUtcNow() };
            db.Add(draft);
        }

        (draft.Title, draft.Summary, draft.Place) = (Cut(typed.Title, StoryWords.LongestTitle), Cut(typed.Summary, StoryWords.LongestSummary), Cut(typed.Place ?? "", StoryWords.LongestPlace));
        (draft.Story, draft.BasedOn, draft.At) = (Cut(typed.Story, StoryWords.LongestStory), basedOn, clock.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // Two windows of the same person: the other's words were kept a moment ago, these come with the next keeping.
        }
    }

    public async Task ForgetAsync(Guid projectId, string language, Guid personId, CancellationToken cancel)
    {
        if (await db.StoryDrafts.FindAsync([projectId, language, personId], cancel) is { } draft)
        {
            db.Remove(draft);
            await db.SaveChangesAsync(cancel);
        }
    }

    private static string Cut(string text, int most) => CleanText.Lines(text) is not { } clean ? "" : clean.Length > most ? clean[..most] : clean;
}
