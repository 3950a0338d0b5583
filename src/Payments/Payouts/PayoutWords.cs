using Solidarity.Domain.Partners;

namespace Solidarity.Payments.Payouts;

/// <summary>Stripe's words about payouts: https://docs.stripe.com/api/payouts/object.</summary>
internal static class PayoutWords
{
    /// <summary>The reconciliation status of a payout that Stripe has itemised.</summary>
    public const string Itemised = "completed";

    /// <exception cref="ArgumentException">Stripe has a new word.</exception>
    public static PayoutStatus Status(string word) => word switch
    {
        "pending" => PayoutStatus.Pending,
        "in_transit" => PayoutStatus.InTransit,
        "paid" => PayoutStatus.Paid,
        "failed" => PayoutStatus.Failed,
        "canceled" => PayoutStatus.Canceled,
        _ => throw new ArgumentException($"Stripe says that a payout is '{word}', which we do not know.", nameof(word)),
    };
}
