using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.Partners;

namespace Solidarity.Web.Demo;

/// <summary>Rows of the demo's meals programme, as its file says them.</summary>
internal static class DemoMealRows
{
    public static Campaign Campaign(DemoProgramme demo, Guid id, Guid projectId, Guid partnerId, DateTimeOffset launched)
    {
        var campaign = new Campaign
        {
            Id = id,
            ProjectId = projectId,
            PartnerId = partnerId,
            Slug = demo.Slug,
            Title = demo.Title,
            Summary = demo.Summary,
            Kind = CampaignKind.Meals,
            FeeBearer = FeeBearer.Platform,
            CurrencyCode = "EUR",
            LaunchedAt = launched,
            Totals = new CampaignTotals { CampaignId = id },
        };
        campaign.MoveTo(CampaignStatus.InReview, launched.AddHours(-20), "demo");
        campaign.MoveTo(CampaignStatus.Live, launched, "demo");
        return campaign;
    }

    public static CareSite Site(DemoSite demo, Guid id, Guid campaignId) => new()
    {
        Id = id,
        CampaignId = campaignId,
        Name = demo.Name,
        Ward = demo.Ward,
        Street = demo.Street,
        PostalCode = demo.PostalCode,
        City = demo.City,
        Contact = demo.Contact,
        ContactEmail = demo.Email,
        Language = demo.Language,
    };

    public static Organisation Organisation(DemoRestaurant demo, Guid id, DateTimeOffset? verifiedAt) => new()
    {
        Id = id,
        Slug = demo.Slug,
        Name = demo.Name,
        Kind = OrganisationKind.Company,
        Country = "BE",
        Street = demo.Street,
        PostalCode = demo.PostalCode,
        City = demo.City,
        Email = demo.Email,
        VerifiedAt = verifiedAt,
    };

    /// <param name="account">At Stripe; null while it has none.</param>
    public static Partner Partner(DemoRestaurant demo, Guid id, Guid organisationId, string? account) =>
        new() { Id = id, OrganisationId = organisationId, Name = demo.Name, StripeAccountId = account, VatNumber = demo.VatNumber, VatRate = demo.VatRate };

    public static MealPartner Cook(DemoRestaurant demo, Guid id, Guid campaignId, Guid partnerId, DateTimeOffset at) => new()
    {
        Id = id,
        CampaignId = campaignId,
        PartnerId = partnerId,
        Words = demo.Words,
        Language = demo.Language,
        Allergens = demo.Allergens,
        City = demo.City,
        Per = demo.Per,
        Capacity = demo.Capacity,
        Days = (OpenDays)demo.Days,
        AppliedAt = at,
    };
}
