using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Letters;
using Solidarity.Domain.People;

namespace Solidarity.Domain.CardTesting;

/// <summary>Tells the administrators that somebody seems to try cards: one letter a day at most. Saved with whatever the caller saves.</summary>
public sealed class TellAdministrators(SolidarityDb db, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(20);

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var (since, lately) = (now - CardTestingRules.Within, now - Pause);
        if (await db.Letters.AnyAsync(l => l.Kind == LetterKind.CardTesting && l.CreatedAt > lately, cancel))
            return;
        var declined = db.CardTraces.Where(t => t.Kind == TraceKind.Declined && t.At > since);
        var (payments, networks) = (await declined.CountAsync(cancel), await declined.Select(t => t.Network).Distinct().CountAsync(cancel));
        var administrators = await db.People.AsNoTracking()
            .Where(p => p.PlatformRole == PlatformRole.Administrator && p.EmailConfirmed && p.ClosedAt == null && p.ErasedAt == null).ToListAsync(cancel);
        foreach (var person in administrators)
            db.Write(LetterKind.CardTesting, (person.Email!, person.Name), person.Language, now, "/administration/gifts", null, Figure(payments), Figure(networks));
    }

    private static string Figure(int count) => count.ToString(CultureInfo.InvariantCulture);
}
