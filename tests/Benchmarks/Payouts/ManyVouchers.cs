using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.Partners;
using Solidarity.Domain.PayoutReports;
using Solidarity.Domain.Projects;

namespace Solidarity.Benchmarks.Payouts;

/// <summary>A restaurant whose month had very many meals: four a gift, forty a delivery, each paid, brought and confirmed; a payout each week.</summary>
internal static class ManyVouchers
{
    private const int MealsAGift = 4;
    private const int MealsADelivery = 40;
    private const int Unit = 1000;
    private const int AtOnce = 400;

    public static readonly Period Month = Period.MonthOf(new DateOnly(2026, 3, 1));

    private static readonly DateTimeOffset Begins = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    public static async Task MakeAsync(SolidarityDb db, int vouchers)
    {
        await db.Database.MigrateAsync();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var (campaign, cook, ward, slot) = Programme(db);
        var payouts = Enumerable.Range(1, 4).Select(week => Payout(cook.PartnerId, Begins.AddDays((7 * week) - 1), vouchers / 4 * Unit)).ToList();
        db.AddRange(payouts);
        MealDelivery? delivery = null;
        for (var gift = 0; gift < vouchers / MealsAGift; gift++)
        {
            var at = Begins.AddSeconds(gift * (28L * 86_400 / (vouchers / MealsAGift)));
            if (gift % (MealsADelivery / MealsAGift) == 0)
                db.Add(delivery = Delivery(cook, ward, gift, at));
            var payout = payouts[Math.Min(3, (int)((at - Begins).TotalDays / 7))];
            Gift(db, campaign, cook, ward, slot, delivery!, payout, at);
            if (gift % AtOnce == AtOnce - 1)
            {
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
            }
        }

        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }

    private static (Campaign, MealPartner, CareSite, MealSlot) Programme(SolidarityDb db)
    {
        var id = Guid.CreateVersion7(Begins);
        var organisation = new Organisation { Id = Guid.CreateVersion7(Begins), Slug = "bench", Name = "Bench", Country = "BE", Email = "bench@example.org" };
        var partner = new Partner { Id = Guid.CreateVersion7(Begins), OrganisationId = organisation.Id, Name = "Bench", StripeAccountId = "acct_bench", TransfersActive = true, VatNumber = "BE0123456749", VatRate = 600 };
        var project = new Project { Id = Guid.CreateVersion7(Begins), OrganisationId = organisation.Id, Slug = "bench", Title = "Bench", Summary = "Bench", Language = "en", Place = "Brussels", Story = "Bench." };
        var campaign = new Campaign
        {
            Id = id,
            ProjectId = project.Id,
            PartnerId = partner.Id,
            Slug = "bench",
            Title = "Bench",
            Summary = "Bench",
            Kind = CampaignKind.Meals,
            CurrencyCode = "EUR",
            Totals = new CampaignTotals { CampaignId = id },
        };
        var programme = new MealProgramme { CampaignId = id, UnitMinor = Unit, Rule = UndeliveredRule.Refund, DeliverBy = Month.Until, WeeksAhead = 2 };
        var cook = new MealPartner
        {
            Id = Guid.CreateVersion7(Begins),
            CampaignId = id,
            PartnerId = partner.Id,
            Words = "Bench",
            Language = "en",
            City = "Brussels",
            Per = CapacityPer.Day,
            Capacity = MealPartner.MostCapacity,
            Days = (OpenDays)127,
            AppliedAt = Begins,
        };
        var ward = new CareSite
        {
            Id = Guid.CreateVersion7(Begins),
            CampaignId = id,
            Name = "Saint Mary",
            Ward = "Children",
            Street = "1 Hospital Street",
            PostalCode = "1000",
            City = "Brussels",
            Contact = "Head nurse",
            ContactEmail = "ward@mail.example",
            Language = "fr",
        };
        var slot = new MealSlot { Id = Guid.CreateVersion7(Begins), MealPartnerId = cook.Id, Starts = Month.From };
        db.AddRange(organisation, partner, project, campaign, programme, cook, ward, slot);
        return (campaign, cook, ward, slot);
    }

    private static Payout Payout(Guid partnerId, DateTimeOffset at, long amount)
    {
        var payout = new Payout
        {
            Id = Guid.CreateVersion7(at),
            PartnerId = partnerId,
            StripePayoutId = $"po_{UnguessableToken.Create()}",
            AmountMinor = amount,
            CurrencyCode = "EUR",
            ArrivesOn = DateOnly.FromDateTime(at.UtcDateTime),
            CreatedAt = at,
            ItemsComplete = true,
        };
        payout.MoveTo(PayoutStatus.Paid, at);
        return payout;
    }

    private static MealDelivery Delivery(MealPartner cook, CareSite ward, int gift, DateTimeOffset at)
    {
        var delivery = new MealDelivery
        {
            Id = Guid.CreateVersion7(at),
            Number = (gift / (MealsADelivery / MealsAGift)) + 1,
            MealPartnerId = cook.Id,
            CareSiteId = ward.Id,
            Token = UnguessableToken.Create(),
            Day = DateOnly.FromDateTime(at.UtcDateTime),
            From = new TimeOnly(11, 30),
            Until = new TimeOnly(12, 30),
            Count = MealsADelivery,
            PlannedAt = at,
        };
        delivery.MoveTo(DeliveryStatus.Delivered, at.AddHours(3));
        delivery.MoveTo(DeliveryStatus.Confirmed, at.AddHours(4));
        return delivery;
    }

    private static void Gift(SolidarityDb db, Campaign campaign, MealPartner cook, CareSite ward, MealSlot slot, MealDelivery delivery, Payout payout, DateTimeOffset at)
    {
        var donation = new Donation { Id = Guid.CreateVersion7(at), Token = UnguessableToken.Create(), CurrencyCode = "EUR", AmountMinor = MealsAGift * Unit, Email = "giver@example.org", Language = "en", StartedAt = at, Name = "Ann" };
        var order = new MealOrder { Id = Guid.CreateVersion7(at), DonationId = donation.Id, MealPartnerId = cook.Id, CareSiteId = ward.Id, SlotId = slot.Id, Count = MealsAGift, UnitMinor = Unit };
        var transfer = new Transfer
        {
            Id = Guid.CreateVersion7(at),
            PartnerId = cook.PartnerId,
            CampaignId = campaign.Id,
            DonationId = donation.Id,
            Meals = MealsAGift,
            AmountMinor = MealsAGift * Unit,
            CurrencyCode = "EUR",
            ChargeId = "ch_bench",
            CreatedAt = at,
            MadeAt = at,
            StripeTransferId = $"tr_{UnguessableToken.Create()}",
        };
        var item = new PayoutItem
        {
            Id = Guid.CreateVersion7(at),
            PayoutId = payout.Id,
            BalanceTransactionId = $"txn_{UnguessableToken.Create()}",
            Kind = PayoutItemKind.Transfer,
            AmountMinor = transfer.AmountMinor,
            FeeMinor = 0,
            TransferId = transfer.Id,
        };
        db.AddRange(donation, order, transfer, item);
        for (var meal = 0; meal < MealsAGift; meal++)
        {
            var voucher = new MealVoucher
            {
                Id = Guid.CreateVersion7(at),
                Code = VoucherCode.Create(),
                OrderId = order.Id,
                DonationId = donation.Id,
                MealPartnerId = cook.Id,
                CareSiteId = ward.Id,
                SlotId = slot.Id,
                PaidAt = at,
                TransferId = transfer.Id,
            };
            voucher.MoveTo(VoucherStatus.Accepted, at.AddHours(1), "bench", delivery.Id);
            voucher.MoveTo(VoucherStatus.Delivered, at.AddHours(3), "bench", delivery.Id);
            voucher.MoveTo(VoucherStatus.Confirmed, at.AddHours(4), "bench", delivery.Id);
            db.Add(voucher);
        }
    }
}
