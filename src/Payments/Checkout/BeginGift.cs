using System.Net;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Donations;
using Stripe;

namespace Solidarity.Payments.Checkout;

/// <param name="Next">Where the giver goes now: to pay, or to the gift's own page.</param>
/// <param name="Replaced">Earlier checkouts of the same form wait in the outbox to be closed.</param>
public sealed record BegunGift(Donation Donation, Uri Next, bool Replaced);

/// <summary>Saves a gift, closes what the same form began before with other content, and opens the checkout: one form, one charge at most.</summary>
public sealed class BeginGift(StartDonation start, OpenCheckout open, ExpireCheckout expire, Site site, SolidarityDb db, TimeProvider clock)
{
    /// <exception cref="Refusal">With every problem of the request; or Stripe cannot be reached, and trying again is safe.</exception>
    public async Task<BegunGift> RunAsync(GiftRequest request, CancellationToken cancel)
    {
        if (await GivenAsync(request, cancel) is { } before)
            return before;
        var donation = await start.RunAsync(request, cancel);
        var replaced = await start.ReplacedByAsync(donation, cancel);
        if (replaced.Count > 0)
        {
            await open.ReplaceAsync(replaced, clock.GetUtcNow(), cancel);
            await CloseAsync(replaced, cancel);
        }

        // The earlier checkout may have been paid since the first look, or a moment ago with its webhook still on the way: then that is the gift.
        if (await GivenAsync(request, cancel) is { } after)
            return after;
        if (await start.ReplacementOfAsync(donation, cancel) is { } newer)
        {
            await open.ReplaceAsync([donation.Id], clock.GetUtcNow(), cancel);
            return new BegunGift(newer, await OpenAsync(newer, cancel), true);
        }

        return new BegunGift(donation, await OpenAsync(donation, cancel), replaced.Count > 0);
    }

    private async Task<Uri> OpenAsync(Donation donation, CancellationToken cancel)
    {
        try
        {
            return await open.RunAsync(donation.Id, cancel);
        }
        catch (StripeException e) when (e is { HttpStatusCode: HttpStatusCode.BadRequest, StripeError.Param: OpenCheckout.ExpiresAt })
        {
            // Saved while Stripe was out of reach, and too long ago to be opened now: the form begins anew.
            throw new Refusal(Reason.FormKeyNotValid);
        }
    }

    private async Task<BegunGift?> GivenAsync(GiftRequest request, CancellationToken cancel) =>
        await start.AlreadyGivenAsync(request, cancel) is { } given
            ? new BegunGift(given, new Uri(site.GiftPage(given.Token) + "?again=1"), false)
            : null;

    /// <summary>At once, so that two open payment pages never lie before the giver; what fails here the outbox does a moment later.</summary>
    private async Task CloseAsync(List<Guid> replaced, CancellationToken cancel)
    {
        foreach (var id in replaced)
        {
            try
            {
                await expire.RunAsync(id, cancel);
            }
            catch (Exception e) when (StripeTrouble.IsPassing(e, cancel))
            {
                throw new Refusal(Reason.PaymentServiceUnavailable);
            }
            catch (StripeException e) when (e is { HttpStatusCode: HttpStatusCode.BadRequest, StripeError.Param: OpenCheckout.ExpiresAt })
            {
                // It was never opened and cannot be any more: there is nothing to close.
            }
            catch (DbUpdateConcurrencyException)
            {
                // A webhook moved it at the same moment.
                db.ChangeTracker.Clear();
            }
        }
    }
}
