using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Messages;
using Solidarity.Domain.Updates;

namespace Solidarity.Faults.Storms;

/// <summary>Waits until nothing is on its way any more.</summary>
internal sealed class Quiet(Fleet fleet)
{
    /// <summary>Without anything being done: a slow machine may take as long as it likes for what a long storm left.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);
    private static readonly MessageState[] Undone = [MessageState.Waiting, MessageState.Taken];

    /// <summary>Banks decide what is contested, one half for either side.</summary>
    public async Task DecideDisputesAsync()
    {
        var books = await fleet.Sandbox.BooksAsync();
        var disputes = books.Transactions.Where(t => t.Type == "adjustment").Select(t => t.Source!).Distinct().ToList();
        for (var i = 0; i < disputes.Count; i++)
            await fleet.Sandbox.DecideAsync(disputes[i], won: i % 2 == 0);
    }

    /// <exception cref="TimeoutException">With what is still undone.</exception>
    public async Task ComesAsync()
    {
        var (begin, before) = (Stopwatch.GetTimestamp(), -1);
        for (var quiet = 0; quiet < 6; await Task.Delay(1000))
        {
            if (await DoneAsync() is var done && done != before)
                (begin, before) = (Stopwatch.GetTimestamp(), done);
            // What failed some times in the storm would be tried again in a quarter of an hour.
            await HurryAsync();
            var undone = await UndoneAsync();
            quiet = undone.Length == 0 ? quiet + 1 : 0;
            if (Stopwatch.GetElapsedTime(begin) > Longest)
                throw new TimeoutException($"Nothing was done for {Longest}, and this is left: {undone}.");
        }
    }

    private async Task<int> DoneAsync()
    {
        await using var db = fleet.Any.Database();
        return await db.Inbox.CountAsync(m => m.State == MessageState.Done) + await db.Outbox.CountAsync(m => m.State == MessageState.Done);
    }

    private async Task HurryAsync()
    {
        await using var db = fleet.Any.Database();
        var now = TimeProvider.System.GetUtcNow();
        var later = now.AddSeconds(5);
        await db.Inbox.Where(m => m.State == MessageState.Waiting && m.DueAt > later).ExecuteUpdateAsync(set => set.SetProperty(m => m.DueAt, now));
        await db.Outbox.Where(m => m.State == MessageState.Waiting && m.DueAt > later).ExecuteUpdateAsync(set => set.SetProperty(m => m.DueAt, now));
    }

    private async Task<string> UndoneAsync()
    {
        await using var db = fleet.Any.Database();
        var inbox = await db.Inbox.AsNoTracking().Where(m => Undone.Contains(m.State)).OrderBy(m => m.Id).Take(5).ToListAsync();
        var outbox = await db.Outbox.AsNoTracking().Where(m => Undone.Contains(m.State)).OrderBy(m => m.Id).Take(5).ToListAsync();
        var words = inbox.Concat<Message>(outbox).Select(m => $"{m.Kind} {m.State}, tried {m.Attempts} times, due {m.DueAt:T}, leased until {m.LeasedUntil:T}: {m.LastError}").ToList();
        if (await fleet.Sandbox.WebhooksWaitingAsync() is > 0 and var webhooks)
            words.Add($"{webhooks} webhooks not delivered");
        if (await db.Donations.CountAsync(d => d.Status == DonationStatus.Processing) is > 0 and var debits)
            words.Add($"{debits} debits in progress");
        if (await db.RefundOrders.CountAsync(o => o.EndedAt == null) is > 0 and var orders)
            words.Add($"{orders} refunds under way");
        if (await db.Set<Mailing>().CountAsync(m => m.SentAt == null && m.Skipped == null) is > 0 and var mails)
            words.Add($"{mails} mails planned and not sent");
        return string.Join("; ", words);
    }
}
