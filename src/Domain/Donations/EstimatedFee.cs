namespace Solidarity.Domain.Donations;

/// <summary>
/// What Stripe is expected to take from a card payment: 1.5 % and 0.25 a payment for standard European cards
/// (https://stripe.com/en-be/pricing). The true fee is booked when Stripe tells it.
/// </summary>
public static class EstimatedFee
{
    /// <summary>The share of the sum, in thousandths.</summary>
    public const int PerMille = 15;

    /// <summary>What every payment costs besides.</summary>
    public static Money FixedPart(Currency currency) => new(currency.MinorPerMajor / 4, currency);

    /// <summary>The fee to add to <paramref name="amount"/> so that about that amount is left after Stripe took its fee from the sum; rounded up.</summary>
    public static Money ToAddTo(Money amount)
    {
        var dividend = checked((amount.Minor * PerMille) + (FixedPart(amount.Currency).Minor * 1000));
        return new Money(((dividend + 1000 - PerMille - 1) / (1000 - PerMille)), amount.Currency);
    }
}
