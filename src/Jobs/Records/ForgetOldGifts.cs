using Solidarity.Domain;
using Solidarity.Domain.Donations;
using Solidarity.Jobs.Engine;

namespace Solidarity.Jobs.Records;

/// <summary>Every night: gifts that were never paid, and those older than the law on bookkeeping asks for, lose their giver. The money's own figures stay.</summary>
public sealed class ForgetOldGifts(ForgetGivers forget, Retention retention, Site site, TimeProvider clock) : ICountDone
{
    /// <summary>Gifts that lost their giver in this run.</summary>
    public int Done { get; private set; }

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        Done += await forget.UnpaidAsync(now - retention.Unpaid, cancel);
        Done += await forget.PaidAsync(site.BeginningOf(new DateOnly(site.DayOf(now).Year - site.ReceiptYears, 1, 1)), cancel);
    }
}
