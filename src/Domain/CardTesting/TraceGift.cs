using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Donations;

namespace Solidarity.Domain.CardTesting;

/// <summary>Notes from where a gift was begun, and drops the notes when they have served.</summary>
public sealed class TraceGift(SolidarityDb db, TimeProvider clock)
{
    public async Task BegunAsync(Donation donation, string network, CancellationToken cancel)
    {
        var browser = SecretHash.Of(donation.Token);
        // The same form sent twice is one gift.
        if (await db.CardTraces.AnyAsync(t => t.DonationId == donation.Id && t.Kind == TraceKind.Begun, cancel))
            return;
        db.CardTraces.Add(new CardTrace
        {
            Kind = TraceKind.Begun,
            At = clock.GetUtcNow(),
            DonationId = donation.Id,
            Network = network,
            Browser = browser,
            Small = CardTestingRules.IsSmall(donation.Amount),
        });
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Meals that were asked for from one address within an hour, with these. Noted before it is counted, so that what is asked for at the same moment counts too.</summary>
    /// <returns>False where that is more than may be; then these are not noted.</returns>
    public async Task<bool> AskedAsync(string network, int meals, int most, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var since = now - CardTestingRules.Within;
        var asked = new CardTrace { Kind = TraceKind.Asked, At = now, Network = network, Meals = meals };
        db.CardTraces.Add(asked);
        await db.SaveChangesAsync(cancel);
        if (await db.CardTraces.Where(t => t.Network == network && t.At > since && t.Kind == TraceKind.Asked).SumAsync(t => t.Meals, cancel) <= most)
            return true;
        await db.CardTraces.Where(t => t.Id == asked.Id).ExecuteDeleteAsync(cancel);
        db.Entry(asked).State = EntityState.Detached;
        return false;
    }

    /// <summary>For the night.</summary>
    public Task<int> ClearAsync(CancellationToken cancel)
    {
        var before = clock.GetUtcNow() - CardTestingRules.Kept;
        return db.CardTraces.Where(t => t.At < before).ExecuteDeleteAsync(cancel);
    }
}
