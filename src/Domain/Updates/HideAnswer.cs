using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Reports;
using Solidarity.Domain.Trail;

namespace Solidarity.Domain.Updates;

/// <summary>A project's people take an answer below an update out of sight, or show it again: not where a moderator took it away.</summary>
public sealed class HideAnswer(SolidarityDb db, TimeProvider clock)
{
    /// <exception cref="Refusal">There is no such answer, or a moderator took it away.</exception>
    public async Task RunAsync(Guid projectId, Guid updateId, Guid answerId, bool hide, Guid personId, CancellationToken cancel)
    {
        var answer = await db.UpdateAnswers.Include(a => a.Update).ThenInclude(u => u.Project)
            .SingleOrDefaultAsync(a => a.Id == answerId && a.UpdateId == updateId && a.Update.ProjectId == projectId, cancel);
        if (answer is null || await db.TakenAway().AnyAsync(r => r.SubjectId == answerId, cancel))
            throw new Refusal(Reason.NoLongerThere);
        var now = clock.GetUtcNow();
        answer.HiddenAt = hide ? answer.HiddenAt ?? now : null;
        db.Note(hide ? "AnswerHidden" : "AnswerShown", personId, now, answer.Update.Project.OrganisationId, answer.Id, answer.Update.Title);
        await db.SaveChangesAsync(cancel);
    }
}

public static class TakenAwayAnswers
{
    /// <summary>The reports by which moderators took answers away.</summary>
    public static IQueryable<Report> TakenAway(this SolidarityDb db) => db.Reports.Where(r => r.Kind == ReportedKind.Answer && r.Outcome == ReportOutcome.Acted);
}
