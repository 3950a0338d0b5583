using Solidarity.Domain.Partners;

namespace Solidarity.Payments.Payouts;

/// <summary>One of Stripe's balance transactions in a payout, with the transfer that it goes back to.</summary>
/// <param name="Id">The balance transaction (txn_…).</param>
/// <param name="SourceId">What Stripe says moved.</param>
/// <param name="AmountMinor">Before the fee; negative where it was taken.</param>
/// <param name="TransferId">The platform's transfer (tr_…), where one is named.</param>
/// <param name="ReversalId">The platform's reversal (trr_…), where one is named.</param>
internal sealed record PayoutMovement(string Id, string? SourceId, PayoutItemKind Kind, long AmountMinor, long FeeMinor, string? TransferId = null, string? ReversalId = null);
