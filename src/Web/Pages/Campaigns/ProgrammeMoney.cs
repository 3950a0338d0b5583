using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Ledger;

namespace Solidarity.Web.Pages.Campaigns;

/// <summary>Where the money of a programme is, from kept totals: what came in is what went on, what was given back, what waits, and the rest.</summary>
/// <param name="In">Paid for meals.</param>
/// <param name="PassedOn">The restaurants have it.</param>
/// <param name="Waiting">Not passed on yet.</param>
/// <param name="Rest">Kept by Stripe as its fee, or on its way.</param>
public sealed record ProgrammeMoney(Money In, Money PassedOn, Money GivenBack, Money Waiting, Money Rest)
{
    // Compiled once: asked for with every programme's page.
    private static readonly Func<SolidarityDb, string, IAsyncEnumerable<long>> BalancesOf = EF.CompileAsyncQuery((SolidarityDb db, string code) =>
        db.LedgerAccounts.Where(a => a.Code == code).Select(a => a.BalanceMinor));

    /// <param name="campaign">With its totals.</param>
    public static async Task<ProgrammeMoney> ReadAsync(SolidarityDb db, Campaign campaign, CancellationToken cancel)
    {
        var (totals, code) = (campaign.Totals, Accounts.Campaign(campaign.Id));
        var waits = Math.Max(0, -await BalancesOf(db, code).SumAsync(cancel));
        Money Of(long minor) => new(minor, campaign.Currency);
        return new(Of(totals.RaisedMinor + totals.RefundedMinor), Of(totals.PassedOnMinor), Of(totals.RefundedMinor), Of(waits), Of(totals.RaisedMinor - totals.PassedOnMinor - waits));
    }
}
