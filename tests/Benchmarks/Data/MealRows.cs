using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Meals;

namespace Solidarity.Benchmarks.Data;

/// <summary>The meals of a gift: paid, and four of five eaten at the counter.</summary>
internal sealed class MealRows(SolidarityDb db, BulkRows rows, Seeded seeded)
{
    private readonly Dictionary<(Guid Cook, DateOnly Day), (Guid Id, int More)> _slots = [];
    private readonly Dictionary<(Guid Cook, Guid Ward), (int Funded, int Eaten)> _counts = [];
    private readonly Dictionary<DateOnly, (int Paid, int Eaten)> _weeks = [];
    private List<(Guid Id, Guid Partner)> _cooks = [];
    private List<Guid> _wards = [];
    private Guid _campaign;

    public long Unit { get; private set; }

    public async Task OpenAsync(Campaign campaign)
    {
        _campaign = campaign.Id;
        Unit = await db.MealProgrammes.Where(p => p.CampaignId == _campaign).Select(p => p.UnitMinor).SingleAsync();
        _cooks = [.. (await db.MealPartners.Where(p => p.CampaignId == _campaign && p.Status == MealPartnerStatus.Accepted).OrderBy(p => p.Id).Select(p => new { p.Id, p.PartnerId }).ToListAsync()).Select(p => (p.Id, p.PartnerId))];
        _wards = await db.CareSites.Where(s => s.CampaignId == _campaign).OrderBy(s => s.Id).Select(s => s.Id).ToListAsync();
        foreach (var slot in await db.MealSlots.AsNoTracking().Where(s => s.MealPartner.CampaignId == _campaign).ToListAsync())
            _slots[(slot.MealPartnerId, slot.Starts)] = (slot.Id, 0);
    }

    public IEnumerable<Guid> Partners => _cooks.Select(c => c.Partner);

    /// <returns>A restaurant of the programme, and whom its money goes to.</returns>
    public (Guid Id, Guid Partner) Choose() => seeded.Of(_cooks);

    public void Add(Donation donation, Guid cook, int meals, Guid transfer, DateTimeOffset at, DateOnly day, string charge)
    {
        var ward = seeded.Of(_wards);
        if (!_slots.TryGetValue((cook, day), out var slot))
        {
            slot = (seeded.Id(at), 0);
            rows.Add(new MealSlot { Id = slot.Id, MealPartnerId = cook, Starts = day });
        }

        _slots[(cook, day)] = (slot.Id, slot.More + meals);
        var order = new MealOrder { Id = seeded.Id(at), DonationId = donation.Id, MealPartnerId = cook, CareSiteId = ward, SlotId = slot.Id, Count = meals, UnitMinor = Unit };
        rows.Add(order);
        for (var meal = 0; meal < meals; meal++)
        {
            var voucher = new MealVoucher
            {
                Id = seeded.Id(at),
                Code = seeded.Voucher(),
                OrderId = order.Id,
                DonationId = donation.Id,
                MealPartnerId = cook,
                CareSiteId = ward,
                SlotId = slot.Id,
                PaidAt = at,
                TransferId = transfer,
                Version = seeded.Id(at),
            };
            voucher.Moves.Add(new VoucherMove { VoucherId = voucher.Id, From = VoucherStatus.Funded, To = VoucherStatus.Funded, At = at, By = charge });
            var eaten = seeded.Chance(80);
            if (eaten)
                voucher.MoveTo(VoucherStatus.Redeemed, at.AddHours(20), "bench");
            rows.Add(voucher);
            voucher.Moves.ForEach(rows.Add);
            Count((cook, ward), day.AddDays(-(((int)day.DayOfWeek + 6) % 7)), eaten);
        }
    }

    /// <summary>Moves the kept counts, in the transaction in which the rows were written.</summary>
    public async Task CloseAsync()
    {
        foreach (var ((cook, ward), (funded, eaten)) in _counts)
        {
            var changed = await db.MealCounts.Where(c => c.MealPartnerId == cook && c.CareSiteId == ward)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.Funded, c => c.Funded + funded).SetProperty(c => c.Redeemed, c => c.Redeemed + eaten));
            if (changed == 0)
                db.Add(new MealCount { MealPartnerId = cook, CareSiteId = ward, Funded = funded, Redeemed = eaten });
        }

        foreach (var (week, (paid, eaten)) in _weeks)
        {
            var changed = await db.MealWeeks.Where(w => w.CampaignId == _campaign && w.Starts == week).ExecuteUpdateAsync(set => set
                .SetProperty(w => w.Paid, w => w.Paid + paid).SetProperty(w => w.Cooked, w => w.Cooked + eaten).SetProperty(w => w.Redeemed, w => w.Redeemed + eaten));
            if (changed == 0)
                db.Add(new MealWeek { CampaignId = _campaign, Starts = week, Paid = paid, Cooked = eaten, Redeemed = eaten });
        }

        foreach (var (key, (id, more)) in _slots.Where(s => s.Value.More > 0).ToList())
        {
            await db.MealSlots.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.Taken, s => s.Taken + more));
            _slots[key] = (id, 0);
        }

        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        _counts.Clear();
        _weeks.Clear();
    }

    private void Count((Guid Cook, Guid Ward) pair, DateOnly week, bool eaten)
    {
        var (funded, redeemed) = _counts.GetValueOrDefault(pair);
        _counts[pair] = eaten ? (funded, redeemed + 1) : (funded + 1, redeemed);
        var (paid, all) = _weeks.GetValueOrDefault(week);
        _weeks[week] = (paid + 1, eaten ? all + 1 : all);
    }
}
