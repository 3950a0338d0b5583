using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Reports;

namespace Solidarity.Domain.Updates;

internal static class ForgetFollower
{
    /// <summary>In the caller's transaction: whom an address follows, what it chose, what was planned for it, and its name below updates.</summary>
    /// <param name="key">As <see cref="EmailAddress.ToKey"/> writes it.</param>
    public static async Task ForgetFollowerAsync(this SolidarityDb db, string key, CancellationToken cancel)
    {
        await db.Mailings.Where(d => d.Email == key).ExecuteDeleteAsync(cancel);
        await db.Follows.Where(f => f.Email == key).ExecuteDeleteAsync(cancel);
        await db.MailChoices.Where(c => c.Email == key).ExecuteDeleteAsync(cancel);
        await ForgetAnswersAsync(db, key, cancel);
        await db.SaveChangesAsync(cancel);
    }

    private static async Task ForgetAnswersAsync(SolidarityDb db, string key, CancellationToken cancel)
    {
        var theirs = await db.AnswersOfAsync(key, cancel);
        await db.Reports.Where(r => r.Kind == ReportedKind.Answer && theirs.Contains(r.SubjectId)).ExecuteUpdateAsync(set => set.SetProperty(r => r.Excerpt, ""), cancel);
        // Not by a single statement: the pages that show them are dropped by the rows.
        db.UpdateAnswers.RemoveRange(await db.UpdateAnswers.Where(a => theirs.Contains(a.Id)).ToListAsync(cancel));
    }
}
