namespace Stripe;

/// <summary>What a balance transaction can stem from: a charge, refund, transfer, reversal, payout or dispute.</summary>
public interface IBalanceTransactionSource : IStripeEntity, IHasId, IHasObject
{
}
