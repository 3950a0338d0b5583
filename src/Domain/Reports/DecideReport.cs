using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Letters;
using Solidarity.Domain.Projects;
using Solidarity.Domain.Reviews;
using Solidarity.Domain.Trail;

namespace Solidarity.Domain.Reports;

/// <summary>A moderator decides about something reported; every open report of the same thing is answered with it.</summary>
public sealed class DecideReport(SolidarityDb db, SuspendProject suspend, TellOwners tell, TimeProvider clock)
{
    /// <param name="act">Take it away (a project is suspended, words are hidden), or leave it.</param>
    /// <exception cref="Refusal">No reasons, decided already, or the moderator's own.</exception>
    public Task RunAsync(Guid reportId, Guid moderatorId, bool act, string? reasons, CancellationToken cancel) => db.InTransactionAsync(async () =>
    {
        var words = CleanText.Needed(reasons, "reasons", FormWords.LongestReasons);
        var report = await db.Reports.Include(r => r.Project).SingleOrDefaultAsync(r => r.Id == reportId && r.Outcome == ReportOutcome.Open, cancel)
            ?? throw new Refusal(Reason.ReportDecided);
        await db.RefuseOwnAsync(report.Project.OrganisationId, moderatorId, cancel);
        var now = clock.GetUtcNow();
        if (act)
            await TakeAwayAsync(report, moderatorId, words, now, cancel);
        var same = await db.Reports.Where(r => r.SubjectId == report.SubjectId && r.Outcome == ReportOutcome.Open).ToListAsync(cancel);
        foreach (var each in same)
        {
            (each.Outcome, each.DecidedById, each.DecidedAt, each.Reasons) = (act ? ReportOutcome.Acted : ReportOutcome.Dismissed, moderatorId, now, words);
            if (each.Email is { } email)
                db.Write(act ? TakenAway(report.Kind) : LetterKind.ReportDismissed, (email, null), each.Language, now, null, words, report.Project.Title);
        }

        db.Note(act ? "ReportActed" : "ReportDismissed", moderatorId, now, report.Project.OrganisationId, report.SubjectId, report.Project.Title, words);
        await db.SaveChangesAsync(cancel);
    }, cancel);

    private static LetterKind TakenAway(ReportedKind kind) => kind switch
    {
        ReportedKind.Project => LetterKind.ReportedProjectSuspended,
        ReportedKind.Update => LetterKind.ReportedUpdateRemoved,
        ReportedKind.Answer => LetterKind.ReportedAnswerRemoved,
        _ => LetterKind.ReportActed,
    };

    private async Task TakeAwayAsync(Report report, Guid moderatorId, string words, DateTimeOffset now, CancellationToken cancel)
    {
        switch (report.Kind)
        {
            case ReportedKind.Project:
                // Another moderator may have suspended it already.
                if (report.Project.IsShown())
                    await suspend.SuspendAsync(report.ProjectId, moderatorId, words, cancel);
                break;
            case ReportedKind.Message:
                // With its lines: the pages that show it are dropped by them.
                var donation = await db.Donations.Include(d => d.Lines).SingleAsync(d => d.Id == report.SubjectId, cancel);
                donation.WordsHiddenAt = now;
                break;
            case ReportedKind.Update:
                var update = await db.Updates.SingleAsync(u => u.Id == report.SubjectId, cancel);
                if (update.HiddenAt is not null)
                    break;
                update.HiddenAt = now;
                await tell.RunAsync(report.Project, LetterKind.UpdateTakenAway, update.Title, words, $"/workspace/projects/{report.Project.Slug}/updates/{update.Id}", now, cancel);
                break;
            case ReportedKind.Answer:
                // Gone where whoever wrote it has been erased meanwhile.
                if (await db.UpdateAnswers.SingleOrDefaultAsync(a => a.Id == report.SubjectId, cancel) is { } answer)
                    answer.HiddenAt ??= now;
                break;
            default:
                throw new InvalidOperationException($"Nothing takes away a {report.Kind}.");
        }
    }
}
