namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/transfer_reversals/list.</summary>
public class TransferReversalListOptions : ListOptions
{
}
