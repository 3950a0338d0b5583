using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.CardTesting;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Messages;
using Solidarity.Payments.Checkout;

namespace Solidarity.Payments.CardTesting;

/// <summary>Has payment pages closed at Stripe, where no card can be tried in them any more. Saved with whatever the caller saves.</summary>
public sealed class ClosePages(SolidarityDb db)
{
    /// <summary>Receipts wait in the same queue: what is left comes with the next declined payment, without which it does no harm.</summary>
    private const int AtOnce = 100;

    public async Task CloseAsync(Guid donationId, DateTimeOffset now, CancellationToken cancel)
    {
        if (!await db.Outbox.AnyAsync(m => m.SubjectId == donationId && m.Kind == OutboxKinds.ExpireCheckout, cancel))
            db.Send(OutboxKinds.ExpireCheckout, donationId, now);
    }

    /// <summary>Those that were opened beforehand from the same network: no pause and no question stands before them.</summary>
    /// <param name="stay">So many of the newest stay open besides <paramref name="donationId"/>.</param>
    public async Task CloseOthersAsync(string network, Guid donationId, int stay, DateTimeOffset now, CancellationToken cancel)
    {
        var since = now - OpenCheckout.OpenFor;
        var open = await db.CardTraces.Where(t => t.Network == network && t.At > since && t.Kind == TraceKind.Begun && t.DonationId != donationId)
            .Where(t => db.Donations.Any(d => d.Id == t.DonationId && d.Status == DonationStatus.Started))
            .Where(t => !db.Outbox.Any(m => m.SubjectId == t.DonationId && m.Kind == OutboxKinds.ExpireCheckout))
            .OrderByDescending(t => t.At).ThenByDescending(t => t.Id).Skip(stay).Take(AtOnce).Select(t => t.DonationId!.Value).ToListAsync(cancel);
        foreach (var id in open)
            db.Send(OutboxKinds.ExpireCheckout, id, now);
    }
}
