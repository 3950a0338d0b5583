using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.CardTesting;
using Stripe;

namespace Solidarity.Payments.CardTesting;

/// <summary>
/// Notes how a charge ended and with which card, and closes a checkout in which cards are tried out. Stripe's page is the one place where a card is seen, so
/// that this is the first moment at which we hear of it: https://docs.stripe.com/disputes/prevention/card-testing
/// </summary>
public sealed class NoteCharge(SolidarityDb db, CardTestingRules rules, TraceKey key, ClosePages pages, TellAdministrators tell, TimeProvider clock)
{
    public async Task RunAsync(Guid donationId, Charge charge, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (charge.Status is not ("failed" or "succeeded") || StripeKeys.Moment(charge.Created) < now - CardTestingRules.Kept)
            return;
        var network = await db.CardTraces.Where(t => t.DonationId == donationId && t.Kind == TraceKind.Begun).Select(t => t.Network).FirstOrDefaultAsync(cancel) ?? key.OfNetwork(null);
        var paid = charge.Status == "succeeded";
        if (!await db.CardTraces.AnyAsync(t => t.ChargeId == charge.Id, cancel))
            await NoteAsync(donationId, charge, network, paid, now, cancel);
        // Also when it was noted before: whoever noted it may have died before the rest. All of it can be done again.

        // Stripe's events come in any order.
        if (paid || await db.CardTraces.AnyAsync(t => t.DonationId == donationId && t.Kind == TraceKind.Paid, cancel))
            await ForgiveAsync(donationId, cancel);
        else
            await StopAsync(donationId, network, now, cancel);
    }

    private async Task NoteAsync(Guid donationId, Charge charge, string network, bool paid, DateTimeOffset now, CancellationToken cancel)
    {
        var card = charge.PaymentMethodDetails?.Card?.Fingerprint is { Length: > 0 } fingerprint ? key.Of("card", fingerprint) : null;
        var small = CardTestingRules.IsSmall(StripeKeys.Amount(charge.Amount, charge.Currency));
        db.CardTraces.Add(new CardTrace
        {
            Kind = paid ? TraceKind.Paid : TraceKind.Declined,
            At = now,
            DonationId = donationId,
            Network = network,
            Card = card,
            ChargeId = charge.Id,
            Small = small,
            Weight = paid ? await WeightOfPaidAsync(card, small, now, cancel) : await WeightOfDeclinedAsync(card, now, cancel),
        });
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // Another node was first with the same event.
            db.ChangeTracker.Clear();
            if (!await db.CardTraces.AnyAsync(t => t.ChargeId == charge.Id, cancel))
                throw;
        }
    }

    /// <summary>A card that was declined before counts double, from wherever it comes.</summary>
    private async Task<int> WeightOfDeclinedAsync(string? card, DateTimeOffset now, CancellationToken cancel)
    {
        var since = now - CardTestingRules.Kept;
        return card is not null && await db.CardTraces.CountAsync(t => t.Card == card && t.At > since && t.Kind == TraceKind.Declined, cancel) > rules.FreeDeclines ? 2 : 1;
    }

    private async Task<int> WeightOfPaidAsync(string? card, bool small, DateTimeOffset now, CancellationToken cancel)
    {
        var since = now - CardTestingRules.Within;
        return card is not null && small && await db.CardTraces.CountAsync(t => t.Card == card && t.At > since && t.Kind == TraceKind.Paid && t.Small, cancel) >= CardTestingRules.SmallOfCard ? 1 : 0;
    }

    /// <summary>Somebody who mistyped and then paid is nobody to mind; who tried ten cards and found one that pays, is.</summary>
    private async Task ForgiveAsync(Guid donationId, CancellationToken cancel)
    {
        var declined = db.CardTraces.Where(t => t.DonationId == donationId && t.Kind == TraceKind.Declined);
        if (await declined.CountAsync(cancel) <= rules.FreeDeclines)
            await declined.ExecuteUpdateAsync(set => set.SetProperty(t => t.Weight, 0), cancel);
    }

    private Task<int> StopAsync(Guid donationId, string network, DateTimeOffset now, CancellationToken cancel) => db.UntilFreeAsync(async () =>
    {
        var since = now - CardTestingRules.Within;
        var weight = await db.CardTraces.Where(t => t.Network == network && t.At > since).SumAsync(t => t.Weight, cancel);
        var declines = await db.CardTraces.CountAsync(t => t.DonationId == donationId && t.Kind == TraceKind.Declined, cancel);
        var most = Math.Max(CardTestingRules.DeclinesOfCheckout, rules.FreeDeclines);
        if (weight >= rules.Alarm || declines >= most)
            await pages.CloseAsync(donationId, now, cancel);
        if (rules.StayOpen(weight) is { } stay)
            await pages.CloseOthersAsync(network, donationId, stay, now, cancel);
        if (weight >= rules.Alarm)
            await tell.RunAsync(cancel);
        return await db.SaveChangesAsync(cancel);
    });
}
