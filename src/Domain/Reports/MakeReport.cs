namespace Solidarity.Domain.Reports;

/// <summary>Takes a report for the moderators.</summary>
public sealed class MakeReport(SolidarityDb db, TimeProvider clock)
{
    public const int LongestWords = 2000;

    /// <param name="email">Optional.</param>
    /// <exception cref="Refusal">No reason is chosen, "other" without words, or the address is none.</exception>
    public async Task RunAsync(Reported reported, ReportWhy? why, string? words, string? email, string language, CancellationToken cancel)
    {
        var asked = new FormWords();
        asked.That(why is not null, Reason.ChoiceMissing, "why");
        var said = why == ReportWhy.Other ? asked.Words(words, "words", LongestWords) : asked.WordsOrNone(words, "words", LongestWords);
        var address = asked.EmailOrNone(email, "email");
        asked.Refuse();
        var now = clock.GetUtcNow();
        db.Reports.Add(new Report
        {
            Id = Guid.CreateVersion7(now),
            Kind = reported.Kind,
            SubjectId = reported.SubjectId,
            ProjectId = reported.ProjectId,
            Why = why!.Value,
            Words = said,
            Excerpt = reported.Excerpt,
            Email = address,
            Language = language,
            At = now,
        });
        await db.SaveChangesAsync(cancel);
    }
}
