using Microsoft.EntityFrameworkCore;

namespace Solidarity.Domain.CardTesting;

/// <summary>How somebody who begins a gift stands.</summary>
/// <param name="Pause">How long to wait; zero for nearly everybody.</param>
/// <param name="Question">Whether a question is asked.</param>
public sealed record GiverStanding(TimeSpan Pause, bool Question)
{
    public static readonly GiverStanding Good = new(TimeSpan.Zero, false);
}

/// <summary>Judges by what was declined from the same address; who paid well from the same browser is not held up by others.</summary>
public sealed class JudgeGiver(SolidarityDb db, CardTestingRules rules, TimeProvider clock)
{
    /// <param name="network">As <see cref="TraceKey.OfNetwork"/> writes it.</param>
    /// <param name="browser">Hash of the secret of the gift that this browser began last; null if it began none.</param>
    public async Task<GiverStanding> RunAsync(string network, string? browser, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var since = now - CardTestingRules.Within;
        var recent = db.CardTraces.Where(t => t.Network == network && t.At > since);
        var declined = recent.Where(t => t.Weight > 0);
        var weight = await declined.SumAsync(t => t.Weight, cancel);
        var pause = rules.PauseAfter(weight) is { Ticks: > 0 } wait ? await declined.OrderByDescending(t => t.At).Select(t => t.At).FirstAsync(cancel) + wait - now : TimeSpan.Zero;
        var standing = new GiverStanding(pause > TimeSpan.Zero ? pause : TimeSpan.Zero, weight >= rules.Question
            || await UnpaidAsync(recent.Where(t => t.Small), cancel) > CardTestingRules.SmallUnpaid || await UnpaidAsync(recent, cancel) > rules.Unpaid);
        return standing != GiverStanding.Good && browser is not null && await PaidWellAsync(browser, cancel) ? GiverStanding.Good : standing;
    }

    private static async Task<int> UnpaidAsync(IQueryable<CardTrace> recent, CancellationToken cancel) =>
        await recent.CountAsync(t => t.Kind == TraceKind.Begun, cancel) - await recent.CountAsync(t => t.Kind == TraceKind.Paid, cancel);

    /// <summary>Once for each gift that was paid: whoever has one good card among a hundred gains one try by it.</summary>
    private async Task<bool> PaidWellAsync(string browser, CancellationToken cancel)
    {
        var begun = await db.CardTraces.Where(t => t.Browser == browser).Select(t => t.DonationId).FirstOrDefaultAsync(cancel);
        if (begun is null || !await db.CardTraces.AnyAsync(t => t.DonationId == begun && t.Kind == TraceKind.Paid && t.Weight == 0, cancel)
            || await db.CardTraces.AnyAsync(t => t.DonationId == begun && t.Weight > 0, cancel))
            return false;
        return await db.CardTraces.Where(t => t.Browser == browser).ExecuteUpdateAsync(set => set.SetProperty(t => t.Browser, (string?)null), cancel) > 0;
    }
}
