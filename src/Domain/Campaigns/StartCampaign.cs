using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Trail;

namespace Solidarity.Domain.Campaigns;

/// <summary>Begins a campaign of a project, as a draft.</summary>
public sealed class StartCampaign(SolidarityDb db, Site site, TimeProvider clock)
{
    /// <exception cref="Refusal">With everything that is missing or wrong.</exception>
    public Task<Campaign> RunAsync(Guid projectId, CampaignRequest typed, Guid personId, CancellationToken cancel) =>
        db.UntilFreeAsync(() => SaveAsync(projectId, typed, personId, cancel));

    private async Task<Campaign> SaveAsync(Guid projectId, CampaignRequest typed, Guid personId, CancellationToken cancel)
    {
        var (asked, now) = (new FormWords(), clock.GetUtcNow());
        var id = Guid.CreateVersion7(now);
        var terms = new ReadCampaign(asked, site, now).All(typed, id);
        var organisationId = await db.Projects.Where(p => p.Id == projectId).Select(p => p.OrganisationId).SingleAsync(cancel);
        var partner = await db.PartnerAsync(organisationId, typed.PartnerId, asked, cancel);
        asked.Refuse();

        var campaign = new Campaign
        {
            Id = id,
            ProjectId = projectId,
            PartnerId = partner,
            Slug = await db.Campaigns.Select(c => c.Slug).FreeAsync(Slugs.Of(terms.Title, "campaign"), cancel),
            Title = terms.Title,
            Summary = terms.Summary,
            Kind = terms.Kind,
            FeeBearer = terms.FeeBearer,
            CurrencyCode = terms.Currency.Code,
            GoalMinor = terms.Goal?.Minor,
            EndsAt = terms.EndsAt,
            Totals = new CampaignTotals { CampaignId = id },
        };
        campaign.Needs.AddRange(terms.Needs);
        db.Add(campaign);
        if (terms.Programme is { } programme)
            db.Add(programme.New(id));
        db.Note("CampaignStarted", personId, now, organisationId, id, campaign.Title);
        await db.SaveChangesAsync(cancel);
        return campaign;
    }
}

internal static class CampaignPartners
{
    /// <summary>The partner that was chosen, or the organisation's only one.</summary>
    public static async Task<Guid> PartnerAsync(this SolidarityDb db, Guid organisationId, Guid? chosen, FormWords asked, CancellationToken cancel)
    {
        var partners = await db.Partners.Where(p => p.OrganisationId == organisationId).Select(p => p.Id).ToListAsync(cancel);
        var partner = chosen is { } id ? partners.Find(p => p == id) : partners.Count == 1 ? partners[0] : Guid.Empty;
        asked.That(partner != Guid.Empty, Reason.PartnerUnknown, "partner");
        return partner;
    }
}
