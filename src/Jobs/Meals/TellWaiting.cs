using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Letters;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Projects;
using Solidarity.Jobs.Engine;
using Solidarity.Jobs.Messages;

namespace Solidarity.Jobs.Meals;

/// <summary>
/// Where places came back, those who wait longest are told: each once, and no more of them than there are places for. What somebody was told of is theirs
/// for a day, as far as others on the list go.
/// </summary>
public sealed class TellWaiting(SolidarityDb db, IWakeJobs wake, Site site, TimeProvider clock) : IJob
{
    private const int Batch = 200;

    private static readonly TimeSpan Offered = TimeSpan.FromDays(1);

    public async Task RunAsync(CancellationToken cancel)
    {
        var told = 0;
        foreach (var campaign in await db.MealWaitings.Waiting().Select(w => w.CampaignId).Distinct().ToListAsync(cancel))
            told += await TellAsync(campaign, cancel);
        if (told > 0)
            wake.Wake<ProcessOutbox>();
    }

    private async Task<int> TellAsync(Guid campaignId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var campaign = await db.Campaigns.AsNoTracking().Include(c => c.Project).SingleAsync(c => c.Id == campaignId, cancel);
        if (!campaign.IsOpen(now) || campaign.Project.Status != ProjectStatus.Live || await MealMenu.FindAsync(db, campaign, cancel) is not { Sites.Count: > 0 } menu)
            return 0;
        var free = await db.FreePlacesAsync(menu.Programme, menu.Partners, site.DayOf(now), cancel);
        foreach (var offer in await StandingAsync(campaignId, now, cancel))
            Take(free, offer.MealPartnerId, offer.Offered);
        var told = 0;
        var open = free.Where(f => f.Value > 0).Select(f => f.Key).ToList();
        foreach (var wish in await db.MealWaitings.Waiting().Where(w => w.CampaignId == campaignId && (w.MealPartnerId == null || open.Contains(w.MealPartnerId.Value)))
            .OrderBy(w => w.CreatedAt).ThenBy(w => w.Id).Take(open.Count == 0 ? 0 : Batch).ToListAsync(cancel))
        {
            if (Take(free, wish.MealPartnerId, wish.Count) is not (> 0 and var places))
                continue;
            // The others are no longer followed for changes: the next beat goes on.
            if (!await TellAsync(wish, campaign, places, now, cancel))
                break;
            told++;
        }

        return told;
    }

    /// <summary>Whom we told lately, and who has not bought since.</summary>
    private Task<List<MealWaiting>> StandingAsync(Guid campaignId, DateTimeOffset now, CancellationToken cancel)
    {
        var since = now - Offered;
        return db.MealWaitings.AsNoTracking().Where(w => w.CampaignId == campaignId && w.ToldAt > since && w.EndedAt == null
            && !db.MealOrders.Any(o => o.MealPartner.CampaignId == campaignId && o.Donation.EmailKey == w.Email && o.Donation.StartedAt >= w.ToldAt)).OrderBy(w => w.ToldAt).ToListAsync(cancel);
    }

    private async Task<bool> TellAsync(MealWaiting wish, Campaign campaign, int places, DateTimeOffset now, CancellationToken cancel)
    {
        (wish.ToldAt, wish.Offered) = (now, places);
        var form = $"/campaigns/{campaign.Slug}/give?meals={places}{(wish.MealPartnerId is { } cook ? $"&restaurant={cook:N}" : "")}";
        db.Write(LetterKind.MealsFree, (wish.Email, null), wish.Language, now, form, null, campaign.Title, places.ToString(CultureInfo.InvariantCulture));
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            // It left, or another node told it, at this moment.
            db.ChangeTracker.Clear();
            return false;
        }
    }

    /// <summary>Of that restaurant's places, or of any's where it does not matter: from those that have most.</summary>
    /// <returns>How many there were.</returns>
    private static int Take(Dictionary<Guid, int> free, Guid? partner, int wanted)
    {
        var left = wanted;
        foreach (var cook in partner is { } one ? [one] : free.OrderByDescending(f => f.Value).Select(f => f.Key).ToList())
        {
            var taken = Math.Clamp(left, 0, Math.Max(0, free.GetValueOrDefault(cook)));
            free[cook] = free.GetValueOrDefault(cook) - taken;
            left -= taken;
        }

        return wanted - left;
    }
}
