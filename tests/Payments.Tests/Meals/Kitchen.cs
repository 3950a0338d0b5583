using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Ledger;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.Partners;
using Solidarity.Payments.Checkout;
using Solidarity.Payments.Tests.Running;
using Stripe;

namespace Solidarity.Payments.Tests.Meals;

/// <summary>A meals programme at 10.00 a meal beside the installation's own campaign: two restaurants with accounts at Stripe, two wards.</summary>
public sealed class Kitchen
{
    public const long Unit = 1000;

    private Kitchen(Installation site, Campaign campaign, List<MealPartner> cooks, List<CareSite> wards) => (Site, Campaign, Cooks, Wards) = (site, campaign, cooks, wards);

    public Installation Site { get; }

    public Campaign Campaign { get; }

    public IReadOnlyList<MealPartner> Cooks { get; }

    public IReadOnlyList<CareSite> Wards { get; }

    public Guid Person { get; } = Guid.NewGuid();

    /// <param name="capacity">Of each restaurant, a week; the programme sells two weeks.</param>
    public static async Task<Kitchen> OpenAsync(Installation site, int capacity = 100, UndeliveredRule rule = UndeliveredRule.Refund, FeeBearer bearer = FeeBearer.Recipient)
    {
        var id = Guid.NewGuid();
        var today = site.Today;
        var campaign = new Campaign
        {
            Id = id,
            ProjectId = site.Campaign.ProjectId,
            PartnerId = site.Campaign.PartnerId,
            Slug = "meals",
            Title = "Meals",
            Summary = "Meals",
            Kind = CampaignKind.Meals,
            CurrencyCode = "EUR",
            FeeBearer = bearer,
            Totals = new CampaignTotals { CampaignId = id },
        };
        campaign.MoveTo(CampaignStatus.InReview, site.Clock.GetUtcNow(), "test");
        campaign.MoveTo(CampaignStatus.Live, site.Clock.GetUtcNow(), "test");
        var programme = new MealProgramme { CampaignId = id, UnitMinor = Unit, Rule = rule, DeliverBy = today.AddDays(60), WeeksAhead = 2 };
        var (cooks, rows) = (new List<MealPartner>(), new List<object> { campaign, programme });
        foreach (var name in new[] { "Noodles", "Stew" })
        {
            var organisation = new Organisation { Id = Guid.NewGuid(), Slug = name, Name = name, Country = "BE", Email = $"{name}@example.org" };
            var partner = new Partner { Id = Guid.NewGuid(), OrganisationId = organisation.Id, Name = name, StripeAccountId = await AccountAsync(site, organisation.Email), TransfersActive = true };
            var cook = new MealPartner
            {
                Id = Guid.NewGuid(),
                CampaignId = id,
                PartnerId = partner.Id,
                Words = name,
                Language = "en",
                City = "Brussels",
                Per = CapacityPer.Week,
                Capacity = capacity,
                Days = (OpenDays)127,
                AppliedAt = site.Clock.GetUtcNow(),
            };
            cook.MoveTo(MealPartnerStatus.Accepted);
            cooks.Add(cook);
            rows.AddRange([organisation, partner, cook]);
        }

        var wards = new[] { "Children", "Emergency" }.Select(ward => new CareSite
        {
            Id = Guid.NewGuid(),
            CampaignId = id,
            Name = "Saint Mary",
            Ward = ward,
            Street = "1 Hospital Street",
            PostalCode = "1000",
            City = "Brussels",
            Contact = "Head nurse",
            ContactEmail = "ward@mail.example",
            Language = "fr",
        }).ToList();
        await site.WithAsync<SolidarityDb>(db =>
        {
            db.AddRange([.. rows, .. wards]);
            return db.SaveChangesAsync();
        });
        return new Kitchen(site, campaign, cooks, wards);
    }

    public GiftRequest Request(params MealWish[] wishes) => Request(0, wishes);

    public GiftRequest Request(long tip, params MealWish[] wishes) =>
        new(Campaign.Slug, Money.Eur(0), tip == 0 ? null : Money.Eur(tip), false, "ann@example.org", "Ann", null, false, false, "en", Meals: wishes);

    public MealWish Wish(int count, int cook = 0, int ward = 0) => new(Cooks[cook].Id, Wards[ward].Id, count);

    public Task<Donation> StartAsync(GiftRequest request) => Site.WithAsync<StartDonation, Donation>(start => start.RunAsync(request, default));

    /// <summary>Bought and paid, with everything done that follows.</summary>
    public async Task<Guid> BuyAsync(GiftRequest request, string card = Cards.Pays)
    {
        var donation = await StartAsync(request);
        await Site.Sandbox.PayAsync(await Site.WithAsync<OpenCheckout, Uri>(open => open.RunAsync(donation.Id, default)), card);
        await Site.SettleAsync();
        return donation.Id;
    }

    public Task<Guid> BuyAsync(params MealWish[] wishes) => BuyAsync(Request(wishes));

    public async Task<MealDelivery> DeliverAsync(int count, int cook = 0, int ward = 0)
    {
        var delivery = await PlanAsync(count, cook, ward);
        await Site.WithAsync<MoveDelivery>(move => move.DeliverAsync(delivery.Id, Cooks[cook].Id, Person, default));
        return delivery;
    }

    /// <summary>Where the installation stands.</summary>
    public DateOnly Today() => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Site.Clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels")).DateTime);

    public Task<MealDelivery> PlanAsync(int count, int cook = 0, int ward = 0) => Site.WithAsync<PlanDelivery, MealDelivery>(plan => plan.RunAsync(
        Cooks[cook].Id, new DeliveryPlan(Wards[ward].Id, count, Today(), new TimeOnly(11, 30), new TimeOnly(12, 30)), Person, default));

    public Task RefundAsync(Guid donation, IReadOnlyCollection<Guid>? vouchers = null) =>
        Site.WithAsync<RefundMeals>(refund => refund.RunAsync(Guid.NewGuid(), donation, vouchers, null, "asked", default));

    public Task<MealPartner> CookAsync(int cook) => Site.DbAsync(db => db.MealPartners.AsNoTracking().Include(p => p.Programme).Include(p => p.Partner).SingleAsync(p => p.Id == Cooks[cook].Id));

    public Task<List<MealVoucher>> VouchersAsync(Guid? donation = null) =>
        Site.DbAsync(db => db.MealVouchers.AsNoTracking().Where(v => donation == null || v.DonationId == donation).OrderBy(v => v.Id).ToListAsync());

    public async Task<List<VoucherStatus>> StatesAsync(Guid donation) => [.. (await VouchersAsync(donation)).Select(v => v.Status).Order()];

    public Task<Dictionary<Guid, int>> FreeAsync() => Site.DbAsync(async db =>
        await db.FreePlacesAsync((await MealMenu.FindAsync(db, Campaign, default))!.Programme, [.. (await MealMenu.FindAsync(db, Campaign, default))!.Partners], Site.Today, default));

    public async Task<int> FreeAsync(int cook) => (await FreeAsync())[Cooks[cook].Id];

    /// <summary>What the restaurant has of a gift at Stripe.</summary>
    public Task<long> PassedOnAsync(int cook) => Site.DbAsync(db => db.Transfers.Where(t => t.PartnerId == Cooks[cook].PartnerId && t.MadeAt != null).SumAsync(t => t.AmountMinor - t.ReversedMinor));

    /// <summary>What Stripe paid to its bank and the bank kept, as far as we have heard.</summary>
    private Task<long> PaidOutAsync(int cook) =>
        Site.DbAsync(db => db.Payouts.Where(p => p.PartnerId == Cooks[cook].PartnerId && p.Status != Domain.Partners.PayoutStatus.Failed && p.Status != Domain.Partners.PayoutStatus.Canceled).SumAsync(p => p.AmountMinor));

    /// <summary>
    /// Books as <see cref="Installation.AssertBooksAsync"/>; nothing is left in passage; each restaurant has at Stripe what its transfers say; and vouchers,
    /// their moves, kept counts and places agree with each other.
    /// </summary>
    public async Task AssertBooksAsync()
    {
        await Site.AssertBooksAsync();
        Assert.Equal(0, await Site.BalanceAsync(Accounts.Campaign(Campaign.Id)));
        for (var cook = 0; cook < Cooks.Count; cook++)
        {
            Assert.Equal(0, await Site.BalanceAsync(Accounts.Partner(Cooks[cook].PartnerId)));
            Assert.Equal(await PassedOnAsync(cook) - await PaidOutAsync(cook), await Site.Sandbox.BalanceAsync((await Site.PartnerAsync(Cooks[cook].PartnerId)).StripeAccountId!));
        }

        await AssertVouchersAsync();
        await AssertPlacesAsync();
    }

    private async Task AssertVouchersAsync()
    {
        var vouchers = await Site.DbAsync(db => db.MealVouchers.AsNoTracking().Include(v => v.Moves).Include(v => v.Delivery).ToListAsync());
        var paid = await Site.DbAsync(db => db.MealOrders.Where(o => o.Donation.PaidAt != null).GroupBy(o => o.DonationId).Select(g => new { g.Key, Meals = g.Sum(o => o.Count) }).ToDictionaryAsync(g => g.Key, g => g.Meals));
        Assert.Equal(paid.OrderBy(p => p.Key), vouchers.GroupBy(v => v.DonationId).ToDictionary(g => g.Key, g => g.Count()).OrderBy(p => p.Key));
        foreach (var voucher in vouchers)
        {
            var moves = voucher.Moves.OrderBy(m => m.Id).ToList();
            Assert.Equal(voucher.Status, moves[^1].To);
            Assert.All(moves.Zip(moves.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
            Assert.True(moves.Count(m => m.To == VoucherStatus.Redeemed) <= 1);
            Assert.Equal(voucher.Status is VoucherStatus.Accepted or VoucherStatus.Delivered or VoucherStatus.Confirmed, voucher.DeliveryId is not null);
        }

        var kept = await Site.DbAsync(db => db.MealCounts.AsNoTracking().ToListAsync());
        foreach (var count in kept)
        {
            var here = vouchers.Where(v => v.MealPartnerId == count.MealPartnerId && v.CareSiteId == count.CareSiteId).ToList();
            int Of(VoucherStatus status) => here.Count(v => v.Status == status);
            Assert.Equal((Of(VoucherStatus.Funded), Of(VoucherStatus.Accepted), Of(VoucherStatus.Delivered)), (count.Funded, count.Accepted, count.Delivered));
            Assert.Equal((Of(VoucherStatus.Confirmed), Of(VoucherStatus.Redeemed), Of(VoucherStatus.Refunded)), (count.Confirmed, count.Redeemed, count.Refunded));
            Assert.Equal(here.Count(v => v is { Status: VoucherStatus.Accepted, Delivery.Status: DeliveryStatus.Left }), count.OnTheirWay);
            Assert.Equal(here.Count, count.Paid);
        }

        Assert.Equal(vouchers.Count, kept.Sum(c => c.Paid));
    }

    /// <summary>A place is taken by what may still be paid and by what was paid; no place is taken twice.</summary>
    private async Task AssertPlacesAsync()
    {
        var slots = await Site.DbAsync(db => db.MealSlots.AsNoTracking().Select(s => new
        {
            s.Taken,
            s.MealPartner.Capacity,
            Held = db.MealVouchers.Count(v => v.SlotId == s.Id && v.Status != VoucherStatus.Refunded)
                + (db.MealOrders.Where(o => o.SlotId == s.Id && o.ReleasedAt == null && o.Donation.PaidAt == null).Sum(o => (int?)o.Count) ?? 0),
        }).ToListAsync());
        Assert.All(slots, slot => Assert.InRange(slot.Taken, slot.Held, Math.Max(slot.Held, slot.Capacity)));
    }

    private static async Task<string> AccountAsync(Installation site, string email)
    {
        var account = await new AccountService(site.Stripe).CreateAsync(new AccountCreateOptions
        {
            Type = "express",
            Country = "BE",
            Email = email,
            Capabilities = new AccountCapabilitiesOptions { Transfers = new AccountCapabilitiesTransfersOptions { Requested = true } },
        });
        await site.Sandbox.ControlAsync("accounts/" + account.Id, ("transfers", "active"), ("payouts_enabled", "true"), ("details_submitted", "true"));
        return account.Id;
    }
}
