using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Solidarity.App.Tests.Site;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.Partners;
using Solidarity.Domain.People;
using Solidarity.Payments.Checkout;

namespace Solidarity.App.Tests.Meals;

/// <summary>A meals programme on the running site: two restaurants, two wards, and a cook.</summary>
public sealed class WardKitchen
{
    private readonly SiteFixture _site;

    private WardKitchen(SiteFixture site, DemoCampaign campaign, List<MealPartner> cooks, List<CareSite> wards, Person cook) => (_site, Campaign, Cooks, Wards, Cook) = (site, campaign, cooks, wards, cook);

    public DemoCampaign Campaign { get; }

    public IReadOnlyList<MealPartner> Cooks { get; }

    public IReadOnlyList<CareSite> Wards { get; }

    /// <summary>Owner of the first restaurant.</summary>
    public Person Cook { get; }

    public string Kitchen => $"/workspace/organisations/{Campaign.Slug}-noodles/kitchen";

    public string Deliveries => $"/workspace/campaigns/{Campaign.Slug}/deliveries";

    public static async Task<WardKitchen> OpenAsync(SiteFixture site, UndeliveredRule rule = UndeliveredRule.Refund)
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        var cook = await site.MakePersonAsync();
        var now = TimeProvider.System.GetUtcNow();
        var programme = new MealProgramme { CampaignId = campaign.Id, UnitMinor = 1000, Rule = rule, DeliverBy = DateOnly.FromDateTime(now.UtcDateTime).AddDays(60), WeeksAhead = 4 };
        var (cooks, rows) = (new List<MealPartner>(), new List<object> { programme });
        foreach (var name in new[] { "Noodles", "Stew" })
        {
            var account = (string)(await site.Stripe.ApiAsync(HttpMethod.Post, "accounts",
                ("type", "express"), ("country", "BE"), ("email", $"{name}@example.org"), ("capabilities[transfers][requested]", "true")))["id"]!;
            await site.Stripe.ControlAsync($"accounts/{account}", ("transfers", "active"), ("payouts_enabled", "true"), ("details_submitted", "true"));
            var organisation = new Organisation { Id = Guid.CreateVersion7(now), Slug = $"{campaign.Slug}-{name.ToLowerInvariant()}", Name = name, Country = "BE", Email = $"{name}@example.org" };
            var partner = new Partner { Id = Guid.CreateVersion7(now), OrganisationId = organisation.Id, Name = name, StripeAccountId = account, TransfersActive = true };
            var place = new MealPartner
            {
                Id = Guid.CreateVersion7(now),
                CampaignId = campaign.Id,
                PartnerId = partner.Id,
                Words = name,
                Language = "en",
                City = "Brussels",
                Per = CapacityPer.Week,
                Capacity = 100,
                Days = (OpenDays)127,
                AppliedAt = now,
            };
            place.MoveTo(MealPartnerStatus.Accepted);
            cooks.Add(place);
            rows.AddRange([organisation, partner, place]);
        }

        rows.Add(new Membership { OrganisationId = rows.OfType<Organisation>().First().Id, PersonId = cook.Id, Role = OrganisationRole.Owner, Since = now });
        var wards = new[] { "Children", "Emergency" }.Select(ward => new CareSite
        {
            Id = Guid.CreateVersion7(now),
            CampaignId = campaign.Id,
            Name = "Saint Mary",
            Ward = ward,
            Street = "1 Hospital Street",
            PostalCode = "1000",
            City = "Brussels",
            Contact = "Head nurse",
            ContactEmail = $"{ward.ToLowerInvariant()}-{UnguessableToken.Create().ToLowerInvariant().Trim('-', '_')}@mail.example",
            Language = "fr",
        }).ToList();
        await site.InDbAsync(async db =>
        {
            db.AddRange([.. rows, .. wards]);
            await db.SaveChangesAsync();
            return await db.Campaigns.Where(c => c.Id == campaign.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Kind, CampaignKind.Meals));
        });
        return new WardKitchen(site, campaign, cooks, wards, cook);
    }

    /// <summary>Bought from the first restaurant for the first ward, and paid.</summary>
    /// <returns>The token of the gift.</returns>
    public async Task<string> BuyAsync(int meals, string email, string language = "en")
    {
        await using var scope = _site.Services.CreateAsyncScope();
        var donation = await scope.ServiceProvider.GetRequiredService<StartDonation>().RunAsync(
            new GiftRequest(Campaign.Slug, Money.Eur(0), null, false, email, "Ann", null, false, false, language, Meals: [new(Cooks[0].Id, Wards[0].Id, meals)]), default);
        await _site.Stripe.PayAsync(await scope.ServiceProvider.GetRequiredService<OpenCheckout>().RunAsync(donation.Id, default), Cards.Pays);
        await _site.UntilAsync(donation.Token, DonationStatus.Paid);
        return donation.Token;
    }

    public async Task<MealDelivery> PlanAsync(int meals)
    {
        await using var scope = _site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PlanDelivery>().RunAsync(
            Cooks[0].Id, new DeliveryPlan(Wards[0].Id, meals, scope.ServiceProvider.GetRequiredService<Domain.Site>().DayOf(TimeProvider.System.GetUtcNow()), new TimeOnly(11, 30), new TimeOnly(12, 30)), Cook.Id, default);
    }

    public Task LeaveAsync(MealDelivery delivery) => _site.WithAsync<MoveDelivery>(move => move.LeaveAsync(delivery.Id, delivery.MealPartnerId, default));

    public Task DeliverAsync(MealDelivery delivery) => _site.WithAsync<MoveDelivery>(move => move.DeliverAsync(delivery.Id, delivery.MealPartnerId, Cook.Id, default));

    /// <summary>Planned and brought.</summary>
    public async Task<MealDelivery> BringAsync(int meals)
    {
        var delivery = await PlanAsync(meals);
        await DeliverAsync(delivery);
        return delivery;
    }
}
