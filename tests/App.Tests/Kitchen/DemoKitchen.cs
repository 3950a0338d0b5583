using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Solidarity.App.Tests.Site;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Organisations;

namespace Solidarity.App.Tests.Kitchen;

/// <summary>A restaurant that cooks every day for two wards of a programme of its own, and meals that were paid for, without Stripe.</summary>
internal sealed record DemoKitchen(SiteFixture Site, DemoCampaign Campaign, MealPartner Cook, IReadOnlyList<CareSite> Wards)
{
    public string Home => $"/workspace/organisations/{Campaign.Slug}/kitchen";

    public static async Task<DemoKitchen> MakeAsync(SiteFixture site, OpenDays days = (OpenDays)127)
    {
        var campaign = await DemoCampaign.MakeAsync(site, ready: false);
        var now = TimeProvider.System.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var partner = await site.InDbAsync(db => db.Campaigns.Where(c => c.Id == campaign.Id).Select(c => c.PartnerId).SingleAsync());
        var programme = new MealProgramme { CampaignId = campaign.Id, UnitMinor = 1000, Rule = UndeliveredRule.Refund, DeliverBy = today.AddDays(60), WeeksAhead = 4 };
        var cook = new MealPartner
        {
            Id = Guid.CreateVersion7(now),
            CampaignId = campaign.Id,
            PartnerId = partner,
            Words = "Soup",
            Language = "en",
            Allergens = "Celery <b>",
            City = "Brussels",
            Per = CapacityPer.Week,
            Capacity = 1000,
            Days = days,
            AppliedAt = now,
        };
        cook.MoveTo(MealPartnerStatus.Accepted);
        var wards = new[] { "Children", "Emergency" }.Select(ward => new CareSite
        {
            Id = Guid.CreateVersion7(now),
            CampaignId = campaign.Id,
            Name = "Saint Mary",
            Ward = ward,
            Street = "1 Hospital Street",
            PostalCode = "1000",
            City = "Brussels",
            Contact = "Sister Ann",
            ContactEmail = "ward@mail.example",
            Language = "fr",
        }).ToList();
        await site.InDbAsync(async db =>
        {
            db.AddRange([programme, cook, .. wards]);
            return await db.SaveChangesAsync();
        });
        return new DemoKitchen(site, campaign, cook, wards);
    }

    /// <summary>Somebody of the restaurant, signed in.</summary>
    public async Task<Browser> BrowseAsync(OrganisationRole role = OrganisationRole.Assistant, string language = "en") =>
        await Site.BrowseAsAsync(await Site.MakeMemberAsync(Campaign, role), strong: false, language);

    /// <summary>A gift of so many meals for a ward, paid.</summary>
    public async Task<Donation> BuyAsync(int meals, int ward = 0, string? message = null, TimeSpan ago = default)
    {
        var at = TimeProvider.System.GetUtcNow() - ago;
        var slot = new MealSlot { Id = Guid.CreateVersion7(at), MealPartnerId = Cook.Id, Starts = DateOnly.FromDateTime(at.UtcDateTime).AddDays(-Interlocked.Increment(ref _slots)), Taken = meals };
        var gift = new Donation
        {
            Id = Guid.CreateVersion7(at),
            Token = UnguessableToken.Create(),
            CurrencyCode = "EUR",
            AmountMinor = meals * 1000,
            Email = "giver@example.org",
            Language = "en",
            Message = message,
            StartedAt = at,
            ChargeId = $"ch_{UnguessableToken.Create()}",
        };
        gift.Lines.Add(new DonationLine { Id = Guid.CreateVersion7(at), DonationId = gift.Id, Kind = LineKind.Gift, CampaignId = Campaign.Id, AmountMinor = meals * 1000 });
        gift.MoveTo(DonationStatus.Paid, at, gift.ChargeId);
        await using var scope = Site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SolidarityDb>();
        db.AddRange(gift, slot, new MealOrder { Id = Guid.CreateVersion7(at), DonationId = gift.Id, MealPartnerId = Cook.Id, CareSiteId = Wards[ward].Id, SlotId = slot.Id, Count = meals, UnitMinor = 1000 });
        await db.SaveChangesAsync();
        await scope.ServiceProvider.GetRequiredService<FundVouchers>().RunAsync(gift, at, gift.ChargeId, default);
        return gift;
    }

    public Task<List<string>> CodesAsync(Donation gift) =>
        Site.InDbAsync(db => db.MealVouchers.Where(v => v.DonationId == gift.Id).OrderBy(v => v.Id).Select(v => v.Code).ToListAsync());

    public Task<MealVoucher> VoucherAsync(string code) => Site.InDbAsync(db => db.MealVouchers.AsNoTracking().Include(v => v.Moves).SingleAsync(v => v.Code == code));

    public Task<List<MealDelivery>> DeliveriesAsync() => Site.InDbAsync(db => db.MealDeliveries.AsNoTracking().Where(d => d.MealPartnerId == Cook.Id).OrderBy(d => d.Number).ToListAsync());

    private static int _slots;
}
