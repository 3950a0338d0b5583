using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Donations;

namespace Solidarity.Domain.Updates;

/// <summary>One gift to a project, as those who write to givers need it.</summary>
/// <param name="Place">Its place in the order of payments.</param>
/// <param name="Email">As it was typed; for mails alone, never for a page.</param>
public sealed record ProjectGift(Guid LineId, long Place, string Email, string? Name, string Language, DateTimeOffset PaidAt);

public static class ProjectGifts
{
    private const int PerPage = 500;

    /// <summary>Gifts to a project's campaigns that were paid and not wholly given back.</summary>
    public static IQueryable<DonationLine> GiftsTo(this SolidarityDb db, Guid projectId) => db.DonationLines
        .Where(l => l.Campaign!.ProjectId == projectId && l.Kind == LineKind.Gift && l.PaidTransactionId != null && l.RefundedMinor < l.AmountMinor);

    /// <summary>The same of one campaign: in the order of payments they lie along an index.</summary>
    public static IQueryable<DonationLine> GiftsOf(this SolidarityDb db, Guid campaignId) => db.DonationLines
        .Where(l => l.CampaignId == campaignId && l.Kind == LineKind.Gift && l.PaidTransactionId != null && l.RefundedMinor < l.AmountMinor);

    /// <summary>The donations that such gifts are in: to be asked for by an address, of which an index knows them, and not the other way round.</summary>
    public static IQueryable<Donation> DonationsTo(this SolidarityDb db, Guid projectId) => db.Donations
        .Where(d => d.Lines.Any(l => l.Campaign!.ProjectId == projectId && l.Kind == LineKind.Gift && l.PaidTransactionId != null && l.RefundedMinor < l.AmountMinor));

    /// <summary>All of them, some hundred at a time, campaign by campaign: each page is one walk along an index.</summary>
    public static async IAsyncEnumerable<List<ProjectGift>> GiftPagesAsync(this SolidarityDb db, Guid projectId, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var campaigns = await db.Campaigns.Where(c => c.ProjectId == projectId).Select(c => c.Id).ToListAsync(cancel);
        foreach (var campaign in campaigns)
        {
            for (var after = 0L; ;)
            {
                var page = await db.DonationLines
                    .Where(l => l.CampaignId == campaign && l.Kind == LineKind.Gift && l.PaidTransactionId > after && l.RefundedMinor < l.AmountMinor)
                    .OrderBy(l => l.PaidTransactionId).Take(PerPage)
                    .Select(l => new ProjectGift(l.Id, l.PaidTransactionId!.Value, l.Donation.Email, l.Donation.Name, l.Donation.Language, l.Donation.PaidAt!.Value)).ToListAsync(cancel);
                if (page.Count == 0)
                    break;
                after = page[^1].Place;
                yield return page;
            }
        }
    }
}
