using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Letters;
using Solidarity.Domain.Reviews;
using Solidarity.Domain.Trail;

namespace Solidarity.Domain.Reports;

/// <summary>A moderator shows an update or words again that were taken away after a report. A project comes back by <see cref="SuspendProject"/>.</summary>
public sealed class BringBack(SolidarityDb db, TellOwners tell, TimeProvider clock)
{
    /// <exception cref="Refusal">No reasons, not taken away (any more), or the moderator's own.</exception>
    public Task RunAsync(Guid reportId, Guid moderatorId, string? reasons, CancellationToken cancel) => db.InTransactionAsync(async () =>
    {
        var words = CleanText.Needed(reasons, "reasons", FormWords.LongestReasons);
        var report = await db.Reports.Include(r => r.Project).SingleOrDefaultAsync(r => r.Id == reportId && r.Outcome == ReportOutcome.Acted, cancel)
            ?? throw new Refusal(Reason.ReportDecided);
        await db.RefuseOwnAsync(report.Project.OrganisationId, moderatorId, cancel);
        var now = clock.GetUtcNow();
        await ShowAsync(report, words, now, cancel);
        foreach (var each in await db.Reports.Where(r => r.SubjectId == report.SubjectId && r.Outcome == ReportOutcome.Acted).ToListAsync(cancel))
            (each.Outcome, each.DecidedById, each.DecidedAt, each.Reasons) = (ReportOutcome.BroughtBack, moderatorId, now, words);
        db.Note("BroughtBack", moderatorId, now, report.Project.OrganisationId, report.SubjectId, report.Project.Title, words);
        await db.SaveChangesAsync(cancel);
    }, cancel);

    private async Task ShowAsync(Report report, string words, DateTimeOffset now, CancellationToken cancel)
    {
        switch (report.Kind)
        {
            case ReportedKind.Message:
                // With its lines: the pages that show it are dropped by them.
                (await db.Donations.Include(d => d.Lines).SingleAsync(d => d.Id == report.SubjectId, cancel)).WordsHiddenAt = null;
                break;
            case ReportedKind.Update:
                var update = await db.Updates.SingleAsync(u => u.Id == report.SubjectId, cancel);
                update.HiddenAt = null;
                await tell.RunAsync(report.Project, LetterKind.UpdateBroughtBack, update.Title, words, $"/projects/{report.Project.Slug}/updates/{update.Number}", now, cancel);
                break;
            case ReportedKind.Answer:
                // Gone where whoever wrote it has been erased meanwhile.
                if (await db.UpdateAnswers.SingleOrDefaultAsync(a => a.Id == report.SubjectId, cancel) is { } answer && answer.HiddenAt == report.DecidedAt)
                    answer.HiddenAt = null;
                break;
            default:
                throw new Refusal(Reason.MoveNotAllowed);
        }
    }
}
