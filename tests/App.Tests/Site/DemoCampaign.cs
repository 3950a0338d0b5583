using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.Partners;
using Solidarity.Domain.Projects;
using Solidarity.Payments.Onboarding;

namespace Solidarity.App.Tests.Site;

/// <summary>A live campaign with a project, an organisation and a partner of its own.</summary>
public sealed record DemoCampaign(Guid Id, string Slug, string Account)
{
    public const string PartnerName = "Les Marmites";

    public string Give => $"/campaigns/{Slug}/give";

    public static async Task<DemoCampaign> MakeAsync(SiteFixture site, FeeBearer fees = FeeBearer.Recipient, bool ready = true, CampaignStatus status = CampaignStatus.Live)
    {
        var account = (string)(await site.Stripe.ApiAsync(HttpMethod.Post, "accounts",
            ("type", "express"), ("country", "BE"), ("email", "partner@example.org"), ("capabilities[transfers][requested]", "true")))["id"]!;
        if (ready)
            await site.Stripe.ControlAsync($"accounts/{account}", ("transfers", "active"), ("payouts_enabled", "true"), ("details_submitted", "true"));
        var slug = $"c-{UnguessableToken.Create().ToLowerInvariant()}";
        var id = await site.InDbAsync(async db =>
        {
            var now = TimeProvider.System.GetUtcNow();
            Guid NewId() => Guid.CreateVersion7(now);
            var organisation = new Organisation { Id = NewId(), Slug = slug, Name = PartnerName, Country = "BE", Email = "partner@example.org", VerifiedAt = now };
            var partner = new Partner { Id = NewId(), OrganisationId = organisation.Id, Name = PartnerName, StripeAccountId = account };
            var project = new Project
            {
                Id = NewId(),
                OrganisationId = organisation.Id,
                Slug = slug,
                Title = "Meals",
                Summary = "Meals.",
                Language = "en",
                Place = "Liège",
                Story = "Meals.",
                PublishedAt = now,
            };
            project.MoveTo(ProjectStatus.InReview, now, "test");
            project.MoveTo(ProjectStatus.Live, now, "test");
            var campaignId = NewId();
            var campaign = new Campaign
            {
                Id = campaignId,
                ProjectId = project.Id,
                PartnerId = partner.Id,
                Slug = slug,
                Title = "A thousand meals",
                Summary = "Meals.",
                Kind = CampaignKind.Open,
                FeeBearer = fees,
                CurrencyCode = "EUR",
                LaunchedAt = now,
                Totals = new CampaignTotals { CampaignId = campaignId },
            };
            campaign.MoveTo(CampaignStatus.InReview, now, "test");
            campaign.MoveTo(CampaignStatus.Live, now, "test");
            if (status != CampaignStatus.Live)
                campaign.MoveTo(status, now, "test");
            db.AddRange(organisation, partner, project, campaign);
            await db.SaveChangesAsync();
            return campaignId;
        });
        await SyncAsync(site, account);
        return new DemoCampaign(id, slug, account);
    }

    private static async Task SyncAsync(SiteFixture site, string account)
    {
        await using var scope = site.Services.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<SyncPartner>().RunAsync(account, CancellationToken.None);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Stripe's webhook about the account was first.
        }
    }
}
