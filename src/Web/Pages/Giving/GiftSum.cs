using Solidarity.Domain;
using Solidarity.Domain.Donations;

namespace Solidarity.Web.Pages.Giving;

/// <summary>What the giver would pay, part by part.</summary>
public sealed record GiftSum(Money Gift, Money Tip, Money Fees)
{
    public Money Total => Gift + Tip + Fees;

    /// <returns>Null while the amounts cannot be read, or are not what a gift may be.</returns>
    public static GiftSum? Of(GiftForm form, Currency currency, bool feesOffered)
    {
        try
        {
            var (gift, tip) = (form.Gift(currency), form.TipMoney(currency));
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
