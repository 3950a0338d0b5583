using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Updates;
using Solidarity.Faults.Outages;

namespace Solidarity.Faults.Storms;

/// <summary>
/// What the mail server took, against what was to be mailed. A process that dies between the server's "taken" and its own commit sends the same
/// message once more, with the same Message-ID (docs/architecture.md): such repeats are counted, and more of them than faults explain are a difference.
/// </summary>
internal sealed class MailComparison(Fleet fleet, Figures figures)
{
    /// <summary>As many messages as one node holds at once: four of the outbox, eight mailings.</summary>
    private const int HeldAtOnce = 12;

    public async Task<IReadOnlyList<string>> RunAsync()
    {
        var differences = new List<string>();
        var mails = fleet.Mail.Mails;
        var byId = mails.ToLookup(m => m.MessageId);
        // Its words may differ: it is written as things stand when it goes.
        foreach (var several in byId.Where(g => g.Select(m => m.To).Distinct().Count() > 1))
            differences.Add($"Message {several.Key} went to several people.");
        await using var db = fleet.Any.Database();
        await ReceiptsAsync();
        await MailingsAsync();
        Count(mails, byId, differences);
        return differences;

        async Task ReceiptsAsync()
        {
            var receipts = await db.Receipts.Join(db.Donations, r => r.DonationId, d => d.Id, (r, d) => new { r.Number, d.Email }).ToListAsync();
            var sent = mails.Where(m => m.MessageId.StartsWith("receipt-", StringComparison.Ordinal)).ToLookup(m => m.To.Trim('<', '>'));
            foreach (var receipt in receipts)
            {
                var ids = sent[receipt.Email].Select(m => m.MessageId).Distinct().Count();
                if (ids != 1)
                    differences.Add($"{receipt.Email} got {ids} different mails with receipt {receipt.Number}.");
            }

            var paid = receipts.Select(r => r.Email).ToHashSet();
            differences.AddRange(sent.Where(g => !paid.Contains(g.Key)).Select(g => $"{g.Key} got a receipt and has paid nothing."));
        }

        async Task MailingsAsync()
        {
            var mailings = await db.Set<Mailing>().AsNoTracking().Select(m => new { m.Id, m.Kind, m.Email, m.SentAt }).ToListAsync();
            var planned = mailings.Where(m => m.SentAt is not null).ToList();
            // What the server may have taken was true then; when its turn came again there was nothing left to tell.
            var dropped = mailings.Where(m => m.SentAt is null).Select(m => m.Id.ToString("N")).ToHashSet();
            differences.AddRange(byId.Where(g => !g.Any(m => m.Acknowledged) && !dropped.Contains(g.Key.Split('@')[0].Split('-')[^1])).Select(g => $"Message {g.Key} was never acknowledged."));
            var keys = mails.Select(m => m.MessageId.Split('@')[0]).ToHashSet();
            differences.AddRange(planned.Where(m => !keys.Any(k => k.Length > 32 && k.EndsWith(m.Id.ToString("N"), StringComparison.Ordinal)))
                .Select(m => $"{m.Kind} to {m.Email} counts as sent, and no mail server has it."));
        }
    }

    private void Count(IReadOnlyList<TakenMail> mails, ILookup<string, TakenMail> byId, List<string> differences)
    {
        var lost = mails.Count(m => !m.Acknowledged);
        var repeats = byId.Sum(g => Math.Max(0, g.Count(m => m.Acknowledged) - 1));
        figures.Count("mails", "different", byId.Count);
        figures.Count("mails", "taken by the server, which then hung up", lost);
        figures.Count("mails", "acknowledged more than once (same id)", repeats);
        var reasons = figures.Of("kills") + figures.Of("ended by themselves") + figures.Of("faults");
        if (repeats > reasons * HeldAtOnce)
            differences.Add($"{repeats} mails were sent again, which {reasons} faults do not explain.");
    }
}
