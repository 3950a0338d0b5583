using Solidarity.Domain;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Meals;

namespace Solidarity.Web.Pages.Giving;

/// <summary>What the giver would pay, part by part.</summary>
public sealed record GiftSum(Money Gift, Money Tip, Money Fees)
{
    public Money Total => Gift + Tip + Fees;

    /// <returns>Null while the amounts cannot be read, or are not what a gift may be.</returns>
    /// <param name="meal">What a meal costs, where meals are bought.</param>
    public static GiftSum? Of(GiftForm form, Currency currency, bool feesOffered, Money? meal = null)
    {
        try
        {
            var gift = meal is { } unit ? new Money(unit.Minor * Math.Min(form.CountMeals(), TakePlaces.MostMeals + 1), currency) : form.Gift(currency);
            var tip = form.TipMoney(currency);
            if (gift < GiftLimits.Smallest(currency) || gift > GiftLimits.Largest(currency) || tip > GiftLimits.Largest(currency))
                return null;
            return new GiftSum(gift, tip, feesOffered && form.AddFees ? EstimatedFee.ToAddTo(gift + tip) : Money.Zero(currency));
        }
        catch (Refusal)
        {
            return null;
        }
    }
}
