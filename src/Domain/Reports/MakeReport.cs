namespace Solidarity.Domain.Reports;

/// <summary>Takes a report for the moderators.</summary>
public sealed class MakeReport(SolidarityDb db, TimeProvider clock)
{
    public const int LongestWords = 2000;

    /// <param name="email">Optional.</param>
    /// <exception cref="Refusal">No reason is chosen, "other" without words, or the address is none.</exception>
    public async Task RunAsync(Reported reported, ReportWhy? why, string? words, string? email, string language, CancellationToken cancel)
    {
        var problems = new List<Problem>();
        var said = CleanText.Lines(words);
        var address = string.IsNullOrWhiteSpace(email) ? null : EmailAddress.ToAscii(email.Trim());
        if (why is null)
            problems.Add(new Problem(Reason.ChoiceMissing, "why", []));
        if (why == ReportWhy.Other && said is null)
            problems.Add(new Problem(Reason.TextMissing, "words", []));
        if (said?.Length > LongestWords)
            problems.Add(new Problem(Reason.TextTooLong, "words", [LongestWords]));
        if (!string.IsNullOrWhiteSpace(email) && address is null)
            problems.Add(new Problem(Reason.EmailNotValid, "email", []));
        if (problems.Count > 0)
            throw new Refusal(problems);
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
