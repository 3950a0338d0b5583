using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Ledger;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Messages;
using Solidarity.Domain.Partners;

namespace Solidarity.Payments.Transfers;

/// <summary>Gives meals that nobody cooked to another restaurant of the programme, to another care site, or both. Their money goes with them.</summary>
public sealed class ReassignMeals(SolidarityDb db, CountMeals counts, TakePlaces places, LoseMeals meals, TakeFromPartner take, PostToLedger ledger, TimeProvider clock)
{
    /// <param name="vouchers">Funded ones of one programme.</param>
    /// <param name="to">With its partner and programme.</param>
    /// <param name="last">The last day on which they may be delivered.</param>
    /// <param name="by">Who moves them: a person, or the rule.</param>
    /// <returns>How many: no more than the restaurant has places.</returns>
    /// <exception cref="Refusal">One of them was planned, eaten or given back meanwhile.</exception>
    public async Task<int> ToPartnerAsync(IReadOnlyCollection<Guid> vouchers, MealPartner to, DateOnly last, string by, CancellationToken cancel)
    {
        await places.PrepareAsync(to.Programme, [to], cancel, last);
        try
        {
            return await db.InTransactionAsync(() => MoveAsync(vouchers, to, last, by, cancel), cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new Refusal(Reason.ChangedMeanwhile);
        }
    }

    /// <exception cref="Refusal">One of them was planned, eaten or given back meanwhile.</exception>
    public async Task ToSiteAsync(IReadOnlyCollection<Guid> vouchers, Guid careSiteId, string by, CancellationToken cancel)
    {
        try
        {
            await db.InTransactionAsync(async () =>
            {
                var chosen = await ChosenAsync(vouchers, cancel);
                await counts.RunAsync(chosen, VoucherStatus.Funded, null, cancel);
                foreach (var voucher in chosen)
                    voucher.Reassign(voucher.MealPartnerId, careSiteId, clock.GetUtcNow(), by);
                await db.SaveChangesAsync(cancel);
                await counts.RunAsync(chosen, null, VoucherStatus.Funded, cancel);
            }, cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new Refusal(Reason.ChangedMeanwhile);
        }
    }

    private async Task<int> MoveAsync(IReadOnlyCollection<Guid> vouchers, MealPartner to, DateOnly last, string by, CancellationToken cancel)
    {
        var chosen = (await ChosenAsync(vouchers, cancel)).Where(v => v.MealPartnerId != to.Id).ToList();
        var slots = (await places.TakeAsync(to, to.Programme, chosen.Count, cancel, last)).SelectMany(s => Enumerable.Repeat(s.SlotId, s.Count)).ToList();
        var moved = chosen.Take(slots.Count).ToList();
        await places.GiveBackAsync(moved, cancel);
        await counts.RunAsync(moved, VoucherStatus.Funded, null, cancel);
        foreach (var gift in moved.GroupBy(v => v.TransferId).Where(g => g.Key is not null).ToList())
            await MoveMoneyAsync(gift.Key!.Value, [.. gift], to.PartnerId, cancel);
        foreach (var (voucher, slot) in moved.Zip(slots))
        {
            voucher.Reassign(to.Id, voucher.CareSiteId, clock.GetUtcNow(), by);
            voucher.SlotId = slot;
        }

        await db.SaveChangesAsync(cancel);
        await counts.RunAsync(moved, null, VoucherStatus.Funded, cancel);
        return moved.Count;
    }

    /// <summary>The share of these meals leaves one restaurant by a reversal, and follows to the other by a transfer of its own.</summary>
    private async Task MoveMoneyAsync(Guid transferId, List<MealVoucher> gift, Guid partnerId, CancellationToken cancel)
    {
        var from = await db.Transfers.SingleAsync(t => t.Id == transferId, cancel);
        var standing = await meals.StandingAsync(transferId, cancel);
        var keep = TakeFromPartner.ShareOf(from, standing - gift.Count, from.Meals!.Value);
        var share = TakeFromPartner.ShareOf(from, standing, from.Meals.Value) - keep;
        var (id, now) = (Guid.CreateVersion7(clock.GetUtcNow()), clock.GetUtcNow());
        var because = $"reassign:{id:N}";
        var reversal = share.IsPositive ? await take.RunAsync(from, share, keep, because, cancel) : null;
        await db.SaveChangesAsync(cancel);
        if (!share.IsPositive)
            return;
        db.Transfers.Add(new Transfer
        {
            Id = id,
            PartnerId = partnerId,
            CampaignId = from.CampaignId,
            DonationId = from.DonationId,
            Because = because,
            Meals = gift.Count,
            // Called off before it was made, it leaves what it waited for.
            AfterReversalId = reversal?.Id ?? from.AfterReversalId,
            AmountMinor = share.Minor,
            CurrencyCode = from.CurrencyCode,
            ChargeId = from.ChargeId,
            CreatedAt = now,
        });
        db.Send(OutboxKinds.Transfer, id, now);
        await ledger.RunAsync(new LedgerEntry(LedgerReason.Due, $"due:{id:D}", now, from.DonationId, from.CampaignId)
            .Post(Accounts.Campaign(from.CampaignId), share, because)
            .Post(Accounts.Partner(partnerId), -share, because), cancel);
        foreach (var voucher in gift)
            voucher.TransferId = id;
    }

    private Task<List<MealVoucher>> ChosenAsync(IReadOnlyCollection<Guid> vouchers, CancellationToken cancel) =>
        db.MealVouchers.Include(v => v.Slot).Where(v => vouchers.Contains(v.Id)).OrderBy(v => v.PaidAt).ThenBy(v => v.Id).ToListAsync(cancel);
}
