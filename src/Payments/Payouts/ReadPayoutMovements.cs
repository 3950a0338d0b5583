using Solidarity.Domain.Partners;
using Stripe;

namespace Solidarity.Payments.Payouts;

/// <summary>
/// Asks Stripe of what a payout was made (https://docs.stripe.com/payouts/reconciliation). On a partner's account a transfer is a payment that names it as
/// <c>source_transfer</c>, and a reversal that payment's refund.
/// </summary>
internal sealed class ReadPayoutMovements(IStripeClient stripe, string accountId)
{
    private readonly RequestOptions _account = new() { StripeAccount = accountId };

    /// <summary>All of them, without the payout's own.</summary>
    public async Task<List<PayoutMovement>> RunAsync(string payoutId, CancellationToken cancel)
    {
        var options = new BalanceTransactionListOptions { Payout = payoutId, Limit = 100, Expand = ["data.source"] };
        var movements = new List<PayoutMovement>();
        await foreach (var booked in new BalanceTransactionService(stripe).ListAutoPagingAsync(options, _account, cancel))
        {
            if (booked.SourceId != payoutId)
                movements.Add(await ReadAsync(booked, cancel));
        }

        return movements;
    }

    private async Task<PayoutMovement> ReadAsync(BalanceTransaction booked, CancellationToken cancel)
    {
        var movement = new PayoutMovement(booked.Id, booked.SourceId, PayoutItemKind.Other, booked.Amount, booked.Fee);
        return booked.Source switch
        {
            Charge { SourceTransferId: { } transferId } => movement with { Kind = PayoutItemKind.Transfer, TransferId = transferId },
            Refund refund => await TakenBackAsync(movement, refund, cancel),
            Stripe.Payout => movement with { Kind = PayoutItemKind.FailedPayout },
            _ => movement,
        };
    }

    /// <summary>The refund of a payment that was no transfer is the partner's own business.</summary>
    private async Task<PayoutMovement> TakenBackAsync(PayoutMovement movement, Refund refund, CancellationToken cancel)
    {
        var payment = refund.ChargeId is { } id ? await new ChargeService(stripe).GetAsync(id, null, _account, cancel) : null;
        return payment?.SourceTransferId is { } transferId
            ? movement with { Kind = PayoutItemKind.Reversal, TransferId = transferId, ReversalId = refund.SourceTransferReversalId }
            : movement;
    }
}
