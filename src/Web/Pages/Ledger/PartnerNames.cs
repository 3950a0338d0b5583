using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Ledger;

namespace Solidarity.Web.Pages.Ledger;

/// <summary>Names of the partners that a campaign pays, its own and the restaurants of its programme, by the code of their accounts.</summary>
internal static class PartnerNames
{
    public static async Task<Dictionary<string, string>> ReadAsync(SolidarityDb db, Guid campaignId, CancellationToken cancel) =>
        await db.Partners.Where(p => db.Campaigns.Any(c => c.Id == campaignId && c.PartnerId == p.Id) || db.MealPartners.Any(m => m.CampaignId == campaignId && m.PartnerId == p.Id))
            .Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => Accounts.Partner(p.Id), p => p.Name, cancel);
}
