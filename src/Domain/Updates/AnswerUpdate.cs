using Microsoft.EntityFrameworkCore;

namespace Solidarity.Domain.Updates;

/// <summary>A few words below an update, shown at once and taken out of sight where they hurt.</summary>
public sealed class AnswerUpdate(SolidarityDb db, TimeProvider clock)
{
    private const int MostOfOneReader = 5;

    /// <exception cref="Refusal">With everything that is wrong; or this reader has answered often enough.</exception>
    public async Task RunAsync(Update update, UpdateReader reader, string? name, string? words, string language, CancellationToken cancel)
    {
        var asked = new FormWords();
        var (cleanName, cleanWords) = (asked.Line(name, "name", UpdateAnswer.LongestName), asked.Words(words, "words", UpdateAnswer.LongestWords));
        asked.Refuse();
        var digest = UpdateAnswer.DigestOf(update.Id, reader.Email);
        if (await db.UpdateAnswers.CountAsync(a => a.UpdateId == update.Id && a.EmailDigest == digest, cancel) >= MostOfOneReader)
            throw new Refusal(Reason.AnswersTooMany);
        var now = clock.GetUtcNow();
        db.UpdateAnswers.Add(new UpdateAnswer
        {
            Id = Guid.CreateVersion7(now),
            UpdateId = update.Id,
            Name = cleanName,
            Words = cleanWords,
            Language = language,
            At = now,
            EmailDigest = digest,
        });
        await db.SaveChangesAsync(cancel);
    }
}
