using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Ledger;

namespace Solidarity.Web.Pages.Ledger;

/// <summary>Names of the partners that a campaign pays, by the code of their accounts.</summary>
internal static class PartnerNames
{
    public static async Task<Dictionary<string, string>> ReadAsync(SolidarityDb db, Guid campaignId, CancellationToken cancel) =>
        await db.Campaigns.Where(c => c.Id == campaignId).Select(c => new { c.PartnerId, c.Partner.Name })
            .ToDictionaryAsync(p => Accounts.Partner(p.PartnerId), p => p.Name, cancel);
}
