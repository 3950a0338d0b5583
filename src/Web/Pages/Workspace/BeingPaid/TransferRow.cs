using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Partners;

namespace Solidarity.Web.Pages.Workspace.BeingPaid;

public enum TransferState { Waiting, Made, PartlyReversed, Reversed, CalledOff }

/// <summary>One gift on its way to the organisation.</summary>
/// <param name="DonationId">The gift that it passes on.</param>
/// <param name="PayoutId">The payout it went to the bank with; null while it has not.</param>
public sealed record TransferRow(Guid Id, Guid DonationId, string Campaign, string Language, long AmountMinor, long ReversedMinor, string CurrencyCode, DateTimeOffset CreatedAt, DateTimeOffset? MadeAt, bool CalledOff, Guid? PayoutId)
{
    public Money Amount => new(AmountMinor, Currency.Of(CurrencyCode));

    public Money Reversed => new(ReversedMinor, Currency.Of(CurrencyCode));

    public TransferState State => this switch
    {
        { CalledOff: true } => TransferState.CalledOff,
        { MadeAt: null } => TransferState.Waiting,
        { ReversedMinor: 0 } => TransferState.Made,
        _ => ReversedMinor < AmountMinor ? TransferState.PartlyReversed : TransferState.Reversed,
    };
}

public static class TransferRows
{
    /// <summary>The newest first.</summary>
    /// <param name="before">Only those before this one; null for the newest.</param>
    public static async Task<List<TransferRow>> RowsAsync(this IQueryable<Transfer> transfers, SolidarityDb db, Guid? before, int most, CancellationToken cancel)
    {
        var edge = before is null ? null : await transfers.Where(t => t.Id == before).Select(t => (DateTimeOffset?)t.CreatedAt).SingleOrDefaultAsync(cancel);
        // Said so that the index begins at the edge, however deep it lies.
        var older = edge is null ? transfers : transfers.Where(t => t.CreatedAt <= edge && (t.CreatedAt < edge || t.Id.CompareTo(before!.Value) < 0));
        return await older
            .Join(db.Campaigns, t => t.CampaignId, c => c.Id, (t, c) => new { Transfer = t, c.Title, c.Project.Language })
            .OrderByDescending(r => r.Transfer.CreatedAt).ThenByDescending(r => r.Transfer.Id).Take(most)
            .Select(r => new TransferRow(r.Transfer.Id, r.Transfer.DonationId, r.Title, r.Language, r.Transfer.AmountMinor, r.Transfer.ReversedMinor, r.Transfer.CurrencyCode,
                r.Transfer.CreatedAt, r.Transfer.MadeAt, r.Transfer.CalledOff,
                db.PayoutItems.Where(i => i.TransferId == r.Transfer.Id && i.Kind == PayoutItemKind.Transfer).Select(i => (Guid?)i.PayoutId).FirstOrDefault())).ToListAsync(cancel);
    }
}
