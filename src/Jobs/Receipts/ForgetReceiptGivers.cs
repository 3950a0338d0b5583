using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Jobs.Engine;

namespace Solidarity.Jobs.Receipts;

/// <summary>Receipts of givers who were erased lose the name too, once the law no longer asks for it.</summary>
public sealed class ForgetReceiptGivers(SolidarityDb db, Site site, TimeProvider clock) : ICountDone
{
    /// <summary>Receipts that lost their giver in this run.</summary>
    public int Done { get; private set; }

    public async Task RunAsync(CancellationToken cancel)
    {
        var year = site.DayOf(clock.GetUtcNow()).Year - site.ReceiptYears;
        var before = site.BeginningOf(new DateOnly(year, 1, 1));
        Done = await db.Receipts.Where(r => r.GiverEmail != null && r.IssuedAt < before)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.GiverName, (string?)null).SetProperty(r => r.GiverEmail, (string?)null), cancel);
    }
}
