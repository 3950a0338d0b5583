using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.Partners;
using Solidarity.Domain.Projects;

namespace Solidarity.Faults.Running;

/// <summary>One live campaign whose recipient can be paid.</summary>
internal static class OneCampaign
{
    public const string Slug = "soup";

    public static async Task WriteAsync(Site site, Sandbox sandbox)
    {
        var now = TimeProvider.System.GetUtcNow();
        var organisation = new Organisation { Id = NewId(), Slug = "kitchen", Name = "The Kitchen", Country = "BE", Email = "kitchen@mail.example" };
        var partner = new Partner
        {
            Id = NewId(),
            OrganisationId = organisation.Id,
            Name = organisation.Name,
            StripeAccountId = await sandbox.OnboardAsync(),
            DetailsSubmitted = true,
            TransfersActive = true,
            PayoutsEnabled = true,
        };
        var project = new Project
        {
            Id = NewId(),
            OrganisationId = organisation.Id,
            Slug = "kitchen",
            Title = "The Kitchen",
            Summary = "Soup for whoever comes.",
            Language = "en",
            Place = "Brussels",
            Story = "Soup.",
            PublishedAt = now,
        };
        project.MoveTo(ProjectStatus.InReview, now, "test");
        project.MoveTo(ProjectStatus.Live, now, "test");
        var id = NewId();
        var campaign = new Campaign
        {
            Id = id,
            ProjectId = project.Id,
            PartnerId = partner.Id,
            Slug = Slug,
            Title = "Soup",
            Summary = "A year of soup.",
            Kind = CampaignKind.Open,
            // The most entangled rule: who carries the fee depends on what the giver ticked.
            FeeBearer = FeeBearer.Giver,
            CurrencyCode = "EUR",
            LaunchedAt = now,
            Totals = new CampaignTotals { CampaignId = id },
        };
        campaign.MoveTo(CampaignStatus.InReview, now, "test");
        campaign.MoveTo(CampaignStatus.Live, now, "test");
        await using var db = site.Database();
        db.AddRange(organisation, partner, project, campaign);
        await db.SaveChangesAsync();

        static Guid NewId() => Guid.CreateVersion7();
    }
}
