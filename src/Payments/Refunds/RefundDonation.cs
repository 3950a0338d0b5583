using System.Net;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Meals;
using Stripe;

namespace Solidarity.Payments.Refunds;

/// <summary>
/// Gives a gift back as an administrator ordered: intent saved before (<see cref="OrderRefund"/>), Stripe called under our own key, and then
/// booked as a refund made in Stripe's dashboard is, with what the partner must give back.
/// </summary>
public sealed class RefundDonation(SolidarityDb db, IStripeClient stripe, SyncRefunds sync, RefundMeals meals, TimeProvider clock)
{
    public async Task RunAsync(Guid orderId, CancellationToken cancel)
    {
        var order = await db.RefundOrders.AsNoTracking().SingleAsync(o => o.Id == orderId, cancel);
        if (order.EndedAt is not null)
            return;
        var charge = await db.Donations.Where(d => d.Id == order.DonationId).Select(d => d.ChargeId).SingleAsync(cancel)
            ?? throw new InvalidOperationException($"Donation {order.DonationId} has no charge.");
        if (order.StripeRefundId is null && await MakeAsync(order, charge, cancel) is { } refusal)
        {
            await db.InTransactionAsync(async () =>
            {
                await EndAsync(orderId, refusal, cancel);
                await meals.UndoAsync(orderId, cancel);
            }, cancel);
            return;
        }

        await sync.RunAsync(charge, cancel);
        await EndAsync(orderId, null, cancel);
    }

    /// <returns>Stripe's words where it said no for good.</returns>
    private async Task<string?> MakeAsync(RefundOrder order, string charge, CancellationToken cancel)
    {
        try
        {
            var made = clock.GetUtcNow() - order.CreatedAt > StripeKeys.KeyLifetime ? await FindMadeAsync(order, charge, cancel) : null;
            made ??= await new RefundService(stripe).CreateAsync(
                new RefundCreateOptions { Charge = charge, Amount = order.AmountMinor, Metadata = new() { [StripeKeys.RefundOrderMetadata] = order.Id.ToString("D") } },
                StripeKeys.For("refund", order.Id), cancel);
            await db.RefundOrders.Where(o => o.Id == order.Id).ExecuteUpdateAsync(set => set.SetProperty(o => o.StripeRefundId, made.Id), cancel);
            return null;
        }
        catch (StripeException e) when (e.HttpStatusCode is HttpStatusCode.BadRequest or HttpStatusCode.PaymentRequired)
        {
            // Given back elsewhere meanwhile, or contested: asking again would not help, and might one day surprise.
            var words = e.StripeError?.Message ?? e.Message;
            return words.Length > 1000 ? words[..1000] : words;
        }
    }

    private async Task<Stripe.Refund?> FindMadeAsync(RefundOrder order, string charge, CancellationToken cancel)
    {
        await foreach (var made in new RefundService(stripe).ListAutoPagingAsync(new RefundListOptions { Charge = charge, Limit = 100 }, null, cancel))
        {
            if (StripeKeys.IdIn(made.Metadata, StripeKeys.RefundOrderMetadata) == order.Id)
                return made;
        }

        return null;
    }

    private Task<int> EndAsync(Guid orderId, string? refusal, CancellationToken cancel)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        return db.RefundOrders.Where(o => o.Id == orderId && o.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.EndedAt, now).SetProperty(o => o.RefusedBecause, refusal), cancel);
    }
}
