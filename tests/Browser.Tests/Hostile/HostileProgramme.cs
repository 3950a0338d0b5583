using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.Partners;

namespace Solidarity.Browser.Tests.Hostile;

/// <summary>What people write while a meals programme is set up: the owner's organisation has one with a care site and restaurants, and cooks in it itself.</summary>
internal static class HostileProgramme
{
    private const string Words = "x";

    /// <returns>The campaign.</returns>
    public static async Task<Guid> WriteProgrammeAsync(this SolidarityDb db, Guid projectId, Guid organisationId, DateTimeOffset now)
    {
        var id = NewId();
        var payee = await db.Partners.Where(p => p.OrganisationId == organisationId).OrderBy(p => p.Id).Select(p => p.Id).FirstAsync();
        var campaign = new Campaign { Id = id, ProjectId = projectId, PartnerId = payee, Slug = "a-hostile-programme", Title = Words, Summary = Words, Kind = CampaignKind.Meals, CurrencyCode = "EUR", Totals = new CampaignTotals { CampaignId = id } };
        campaign.MoveTo(CampaignStatus.InReview, now, "test");
        campaign.MoveTo(CampaignStatus.Live, now, "test");
        var restaurant = new Organisation { Id = NewId(), Slug = "a-hostile-kitchen", Name = Words, Country = "BE", Email = "kitchen@mail.example", Street = Words, PostalCode = Words, City = Words, Registration = Words };
        var partner = new Partner { Id = NewId(), OrganisationId = restaurant.Id, Name = Words };
        db.AddRange(campaign, restaurant, partner,
            new MealProgramme { CampaignId = id, UnitMinor = 1000, Rule = UndeliveredRule.Refund, DeliverBy = DateOnly.FromDateTime(now.UtcDateTime).AddDays(60), WeeksAhead = 4 },
            new CareSite { Id = NewId(), CampaignId = id, Name = Words, Ward = Words, Street = Words, PostalCode = Words, City = Words, Contact = Words, ContactEmail = "ward@mail.example", ContactPhone = Words, Language = "en" },
            Cook(id, partner.Id, MealPartnerStatus.Refused, now), Cook(id, payee, MealPartnerStatus.Accepted, now));
        return id;
    }

    private static MealPartner Cook(Guid campaign, Guid partner, MealPartnerStatus status, DateTimeOffset now)
    {
        var cook = new MealPartner { Id = NewId(), CampaignId = campaign, PartnerId = partner, Words = Words, Language = "en", Allergens = Words, City = Words, Per = CapacityPer.Week, Capacity = 10, Days = OpenDays.Monday, AppliedAt = now, Reasons = Words };
        cook.MoveTo(status);
        return cook;
    }

    private static Guid NewId() => Guid.CreateVersion7();
}
