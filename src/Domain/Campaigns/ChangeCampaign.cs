using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Trail;

namespace Solidarity.Domain.Campaigns;

/// <summary>
/// Changes a campaign: everything while it is a draft; afterwards its words and its end alone, because givers were promised the rest.
/// More can be added in public.
/// </summary>
public sealed class ChangeCampaign(SolidarityDb db, Site site, TimeProvider clock)
{
    private static readonly CampaignStatus[] Over = [CampaignStatus.Closed, CampaignStatus.Failed, CampaignStatus.Succeeded];

    /// <param name="version">That the form was filled in for.</param>
    /// <exception cref="Refusal">Something is wrong; somebody else changed it meanwhile; a moderator is reading it; or it was not begun as a draft any more.</exception>
    public async Task AllAsync(Guid campaignId, CampaignRequest typed, Guid version, Guid personId, CancellationToken cancel)
    {
        var campaign = await FindAsync(campaignId, version, cancel);
        if (campaign.Status != CampaignStatus.Draft)
            throw new Refusal(Reason.PromiseStands);
        var asked = new FormWords();
        // What kind it is was chosen when it began: a programme's care sites and restaurants hang on it.
        var terms = new ReadCampaign(asked, site, clock.GetUtcNow()).All(typed with { Kind = campaign.Kind }, campaignId, campaign.FeeBearer);
        var partner = await db.PartnerAsync(campaign.Project.OrganisationId, typed.PartnerId, asked, cancel);
        asked.Refuse();
        (campaign.Title, campaign.Summary, campaign.EndsAt, campaign.PartnerId) = (terms.Title, terms.Summary, terms.EndsAt, partner);
        (campaign.FeeBearer, campaign.CurrencyCode, campaign.GoalMinor) = (terms.FeeBearer, terms.Currency.Code, terms.Goal?.Minor);
        if (terms.Programme is { } programme)
            programme.WriteTo(await db.MealProgrammes.SingleAsync(p => p.CampaignId == campaignId, cancel));
        db.RemoveRange(campaign.Needs);
        db.AddRange(terms.Needs);
        await SaveAsync(campaign, "CampaignChanged", null, personId, cancel);
    }

    /// <exception cref="Refusal">Something is wrong; somebody else changed it meanwhile; or a moderator is reading it.</exception>
    public async Task WordsAsync(Guid campaignId, CampaignRequest typed, Guid version, Guid personId, CancellationToken cancel)
    {
        var campaign = await FindAsync(campaignId, version, cancel);
        var asked = new FormWords();
        var before = campaign.EndsAt;
        var kept = before is { } end && typed.EndsOn == EndsOn(end, site);
        var (title, summary, ends) = new ReadCampaign(asked, site, clock.GetUtcNow()).Words(kept ? typed with { EndsOn = null } : typed);
        await WeeksAsync(campaign, typed, asked, cancel);
        asked.Refuse();
        var said = $"{campaign.Title} · {campaign.Summary} · {before:u}";
        (campaign.Title, campaign.Summary) = (title, summary);
        // What is over stays over.
        if (!kept && !Over.Contains(campaign.Status))
            campaign.EndsAt = ends;
        await SaveAsync(campaign, "CampaignWordsChanged", said, personId, cancel);
    }

    /// <exception cref="Refusal">Nothing was written, or too much.</exception>
    public async Task AddAsync(Guid campaignId, string? text, Guid personId, CancellationToken cancel)
    {
        var words = CleanText.Needed(text, "text", CampaignAddition.Longest);
        var (campaign, now) = (await db.Campaigns.Include(c => c.Project).SingleAsync(c => c.Id == campaignId, cancel), clock.GetUtcNow());
        db.Add(new CampaignAddition { Id = Guid.CreateVersion7(now), CampaignId = campaignId, At = now, ById = personId, Text = words });
        await SaveAsync(campaign, "CampaignAddedTo", words, personId, cancel);
    }

    /// <summary>It takes no more gifts, for good.</summary>
    /// <exception cref="Refusal">It does not run.</exception>
    public async Task EndAsync(Guid campaignId, Guid personId, CancellationToken cancel)
    {
        var campaign = await db.Campaigns.Include(c => c.Project).SingleAsync(c => c.Id == campaignId, cancel);
        campaign.MoveTo(CampaignStatus.Closed, clock.GetUtcNow(), personId.ToString());
        await SaveAsync(campaign, "CampaignEnded", null, personId, cancel);
    }

    /// <summary>The last day that takes gifts, as a form's date field writes it.</summary>
    public static string EndsOn(DateTimeOffset end, Site site) => site.DayOf(end.AddTicks(-1)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private async Task<Campaign> FindAsync(Guid campaignId, Guid version, CancellationToken cancel)
    {
        var campaign = await db.Campaigns.Include(c => c.Project).Include(c => c.Needs).SingleAsync(c => c.Id == campaignId, cancel);
        if (campaign.Status == CampaignStatus.InReview)
            throw new Refusal(Reason.InReviewNow);
        return campaign.Version == version ? campaign : throw new Refusal(Reason.ChangedMeanwhile);
    }

    /// <summary>How far ahead meals are sold is no promise.</summary>
    private async Task WeeksAsync(Campaign campaign, CampaignRequest typed, FormWords asked, CancellationToken cancel)
    {
        if (campaign.Kind != CampaignKind.Meals || typed.Meals is not { } meals)
            return;
        var weeks = new ReadProgramme(asked, site.DayOf(clock.GetUtcNow())).Weeks(meals.WeeksAhead);
        (await db.MealProgrammes.SingleAsync(p => p.CampaignId == campaign.Id, cancel)).WeeksAhead = weeks;
    }

    private async Task SaveAsync(Campaign campaign, string act, string? words, Guid personId, CancellationToken cancel)
    {
        db.Note(act, personId, clock.GetUtcNow(), campaign.Project.OrganisationId, campaign.Id, campaign.Title, words);
        // Its needs alone may have changed: whoever has the form open must be told.
        db.Entry(campaign).Property(c => c.Title).IsModified = true;
        await db.SaveOrRefuseAsync(cancel);
    }
}
