using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Letters;
using Solidarity.Domain.Meals;
using Solidarity.Domain.People;
using Solidarity.Domain.Reports;
using Solidarity.Domain.Reviews;

namespace Solidarity.Jobs.Moderation;

/// <summary>Tells those who moderate what waits for them: one letter a day at most, none when nothing waits that they may decide, none to who wants none.</summary>
public sealed class TellModerators(SolidarityDb db, TimeProvider clock) : IJob
{
    /// <summary>Less than a day, so that a run that comes a little early still writes.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromHours(20);

    public async Task RunAsync(CancellationToken cancel)
    {
        var moderators = await db.People.Where(p => p.PlatformRole != PlatformRole.None && !p.NoModerationLetters && p.EmailConfirmed && p.ClosedAt == null && p.ErasedAt == null)
            .Select(p => p.Id).ToListAsync(cancel);
        foreach (var id in moderators)
            await db.InTransactionAsync(() => TellAsync(id, cancel), cancel);
    }

    private async Task TellAsync(Guid id, CancellationToken cancel)
    {
        var (person, now) = (await db.People.AsNoTracking().SingleAsync(p => p.Id == id, cancel), clock.GetUtcNow());
        var (email, lately) = (person.Email!, now - Pause);
        if (await db.Letters.AnyAsync(l => l.Kind == LetterKind.ModerationWaits && l.To == email && l.CreatedAt > lately, cancel))
            return;
        var own = await db.OrganisationsOf(id).ToListAsync(cancel);
        var reviews = await db.Reviews.CountAsync(r => r.Outcome == ReviewOutcome.Pending && r.SubmittedById != id && !own.Contains(r.Project.OrganisationId), cancel);
        var reports = await db.Reports.CountAsync(r => r.Outcome == ReportOutcome.Open && !own.Contains(r.Project.OrganisationId), cancel);
        var thanks = await db.MealThanks.Where(t => t.Status == MealThanksStatus.Waiting).Moderated(own).CountAsync(cancel);
        if (reviews + reports + thanks == 0)
            return;
        db.Write(LetterKind.ModerationWaits, (email, person.Name), person.Language, now, "/moderation", null, Figure(reviews), Figure(reports), Figure(thanks));
        await db.SaveChangesAsync(cancel);
    }

    private static string Figure(int count) => count.ToString(CultureInfo.InvariantCulture);
}
