using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Trail;

namespace Solidarity.Domain.Meals;

/// <summary>Says where a programme's meals go: adds care sites, changes them, closes and reopens them. A closed one takes no new meals; what is paid still comes.</summary>
public sealed class ChangeCareSites(SolidarityDb db, TimeProvider clock)
{
    /// <param name="siteId">Null for a new one.</param>
    /// <param name="version">That the form was filled in for.</param>
    /// <exception cref="Refusal">With everything that is missing or wrong; somebody else changed it meanwhile; or a moderator is reading.</exception>
    public async Task SaveAsync(Guid campaignId, Guid? siteId, CareSiteWords typed, Guid version, Guid personId, CancellationToken cancel)
    {
        var asked = new FormWords();
        var words = typed.Check(asked);
        asked.Refuse();
        var site = siteId is { } id ? await FindAsync(campaignId, id, cancel) : New(campaignId);
        if (siteId is not null && site.Version != version)
            throw new Refusal(Reason.ChangedMeanwhile);
        words.WriteTo(site);
        await KeepAsync(site, siteId is null ? "CareSiteAdded" : "CareSiteChanged", personId, cancel);
    }

    /// <exception cref="Refusal">A moderator is reading, or it is gone.</exception>
    public async Task CloseAsync(Guid campaignId, Guid siteId, bool close, Guid personId, CancellationToken cancel)
    {
        var site = await FindAsync(campaignId, siteId, cancel);
        if (site.IsOpen != close)
            return;
        site.ClosedAt = close ? clock.GetUtcNow() : null;
        await KeepAsync(site, close ? "CareSiteClosed" : "CareSiteReopened", personId, cancel);
    }

    private async Task<CareSite> FindAsync(Guid campaignId, Guid id, CancellationToken cancel) =>
        await db.CareSites.SingleOrDefaultAsync(s => s.Id == id && s.CampaignId == campaignId, cancel) ?? throw new Refusal(Reason.NoLongerThere);

    private CareSite New(Guid campaignId)
    {
        var site = new CareSite { Id = Guid.CreateVersion7(clock.GetUtcNow()), CampaignId = campaignId, Name = "", Ward = "", Street = "", PostalCode = "", City = "", Contact = "", ContactEmail = "", Language = "" };
        db.Add(site);
        return site;
    }

    private async Task KeepAsync(CareSite site, string act, Guid personId, CancellationToken cancel)
    {
        var campaign = await db.Campaigns.Where(c => c.Id == site.CampaignId && c.Kind == CampaignKind.Meals).Select(c => new { c.Status, c.Project.OrganisationId }).SingleOrDefaultAsync(cancel) ?? throw new Refusal(Reason.CampaignUnknown);
        if (campaign.Status == CampaignStatus.InReview)
            throw new Refusal(Reason.InReviewNow);
        db.Note(act, personId, clock.GetUtcNow(), campaign.OrganisationId, site.Id, $"{site.Ward} · {site.Name}");
        await db.SaveOrRefuseAsync(cancel);
    }
}
