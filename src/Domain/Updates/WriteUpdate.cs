using Microsoft.EntityFrameworkCore;

namespace Solidarity.Domain.Updates;

/// <summary>An update as its author typed it.</summary>
public sealed record UpdateWords(string? Title, string? Body, string Language, UpdateAudience Audience);

/// <summary>Begins an update, and changes it. Of two who change it at once the second is told so, and nothing is overwritten.</summary>
public sealed class WriteUpdate(SolidarityDb db, TimeProvider clock)
{
    /// <exception cref="Refusal">With everything that is wrong with the words.</exception>
    public Task<Update> BeginAsync(Guid projectId, Guid authorId, UpdateWords words, CancellationToken cancel)
    {
        var clean = Clean(words);
        return db.UntilFreeAsync(async () =>
        {
            var now = clock.GetUtcNow();
            var update = new Update
            {
                Id = Guid.CreateVersion7(now),
                ProjectId = projectId,
                Number = 1 + (await db.Updates.Where(u => u.ProjectId == projectId).MaxAsync(u => (int?)u.Number, cancel) ?? 0),
                Language = clean.Language,
                Title = clean.Title!,
                Body = clean.Body!,
                Audience = clean.Audience,
                AuthorId = authorId,
                CreatedAt = now,
            };
            db.Updates.Add(update);
            await db.SaveChangesAsync(cancel);
            return update;
        });
    }

    /// <param name="version">Of the words that the author had before them.</param>
    /// <exception cref="Refusal">With everything that is wrong with the words; or somebody else saved it meanwhile.</exception>
    public async Task SaveAsync(Guid projectId, Guid updateId, UpdateWords words, Guid version, CancellationToken cancel)
    {
        var clean = Clean(words);
        var update = await db.Updates.SingleAsync(u => u.ProjectId == projectId && u.Id == updateId, cancel);
        db.Entry(update).Property(u => u.Version).OriginalValue = version;
        (update.Title, update.Body, update.Language) = (clean.Title!, clean.Body!, clean.Language);
        // The mails have gone to those it was for.
        if (update.Status != UpdateStatus.Published)
            update.Audience = clean.Audience;
        // Nothing changed: saying so twice is not a conflict, but somebody else's words would be lost from sight.
        db.Entry(update).State = EntityState.Modified;
        await db.SaveOrRefuseAsync(cancel);
    }

    private static UpdateWords Clean(UpdateWords words)
    {
        var asked = new FormWords();
        var clean = words with { Title = asked.Line(words.Title, "title", Update.LongestTitle), Body = asked.Words(words.Body, "body", Update.LongestBody) };
        asked.That(Languages.Speaks(words.Language), Reason.LanguageUnknown, "language");
        asked.Refuse();
        return clean;
    }
}
