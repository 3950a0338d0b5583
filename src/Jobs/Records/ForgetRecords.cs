using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;

namespace Solidarity.Jobs.Records;

/// <summary>Every night: old records of job runs and of mails are dropped. The trail and the books stay.</summary>
public sealed class ForgetRecords(SolidarityDb db, TimeProvider clock) : IJob
{
    public static readonly TimeSpan MailsKept = TimeSpan.FromDays(90);
    public static readonly TimeSpan RunsKept = TimeSpan.FromDays(30);

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var (mails, runs) = (now - MailsKept, now - RunsKept);
        await db.MailRecords.Where(m => m.At < mails).ExecuteDeleteAsync(cancel);
        await db.JobRuns.Where(r => r.EndedAt < runs).ExecuteDeleteAsync(cancel);
    }
}
