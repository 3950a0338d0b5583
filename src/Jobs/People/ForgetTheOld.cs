using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Letters;
using Solidarity.Domain.People;

namespace Solidarity.Jobs.People;

/// <summary>What accounts leave behind is kept as long as somebody can need it: tries for a day, links until they end, sessions and sign-ins for a year.</summary>
public sealed class ForgetTheOld(SolidarityDb db, LimitAttempts limit, TimeProvider clock) : IJob
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    private static readonly TimeSpan Patience = TimeSpan.FromDays(14);

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var before = now - Kept;
        await limit.ClearAsync(cancel);
        await db.SignUps.Where(s => s.ExpiresAt < now).ExecuteDeleteAsync(cancel);
        await db.SignIns.Where(s => s.At < before).ExecuteDeleteAsync(cancel);
        // The last letter to somebody who was erased forgets its address when it is sent; one that never could be, here.
        var unsent = now - Patience;
        await db.Letters.Where(l => l.Kind == LetterKind.Erased && l.CreatedAt < unsent && l.To != ErasedAddress.OfLetters)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.To, ErasedAddress.OfLetters), cancel);
        await db.Sessions.Where(s => s.ExpiresAt < before || s.EndedAt < before).ExecuteDeleteAsync(cancel);
    }
}
