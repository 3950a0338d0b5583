using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;

namespace Solidarity.Jobs.Updates;

/// <summary>Forgets addresses that somebody typed and nobody ever confirmed.</summary>
public sealed class ForgetUnconfirmed(SolidarityDb db, TimeProvider clock) : IJob
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public Task RunAsync(CancellationToken cancel)
    {
        var before = clock.GetUtcNow() - Kept;
        return db.Follows.Where(f => f.ConfirmedAt == null && f.CreatedAt < before).ExecuteDeleteAsync(cancel);
    }
}
