using System.Globalization;
using Solidarity.Domain.Donations;

namespace Solidarity.Domain.Meals;

/// <summary>What a meals programme promises, as typed.</summary>
/// <param name="Price">Of one meal, in the campaign's currency.</param>
/// <param name="DeliverBy">The last day on which meals are delivered, as 2027-03-01.</param>
public sealed record ProgrammeRequest(string? Price, UndeliveredRule? Rule, string? DeliverBy, string? WeeksAhead);

/// <summary>What a meal may cost. So many meals as one payment may hold stay below what Stripe takes at once.</summary>
public static class MealPrices
{
    public static Money Smallest(Currency currency) => GiftLimits.Smallest(currency);

    /// <summary>A hundred times the smallest: a meal, and no typing error.</summary>
    public static Money Largest(Currency currency) => new(100 * Smallest(currency).Minor, currency);
}

/// <summary>A programme that somebody asked for, read and found right.</summary>
internal sealed record ProgrammeTerms(long UnitMinor, UndeliveredRule Rule, DateOnly DeliverBy, int WeeksAhead)
{
    public MealProgramme New(Guid campaignId) => new() { CampaignId = campaignId, UnitMinor = UnitMinor, Rule = Rule, DeliverBy = DeliverBy, WeeksAhead = WeeksAhead };

    public void WriteTo(MealProgramme programme) => (programme.UnitMinor, programme.Rule, programme.DeliverBy, programme.WeeksAhead) = (UnitMinor, Rule, DeliverBy, WeeksAhead);
}

/// <summary>Reads a programme's form.</summary>
internal sealed class ReadProgramme(FormWords asked, DateOnly today)
{
    /// <summary>Nobody's money waits longer for a meal.</summary>
    private const int MostYears = 2;

    public ProgrammeTerms All(ProgrammeRequest? typed, Currency currency, CultureInfo culture)
    {
        asked.That(typed?.Rule is { } rule && Enum.IsDefined(rule), Reason.ChoiceMissing, "rule");
        return new ProgrammeTerms(Price(typed?.Price, currency, culture), typed?.Rule ?? default, LastDay(typed?.DeliverBy), Weeks(typed?.WeeksAhead));
    }

    public int Weeks(string? typed)
    {
        var weeks = int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0;
        asked.That(weeks is > 0 and <= MealProgramme.MostWeeksAhead, Reason.WeeksNotValid, "weeksAhead", MealProgramme.MostWeeksAhead);
        return weeks;
    }

    private long Price(string? typed, Currency currency, CultureInfo culture)
    {
        try
        {
            var price = MoneyText.Parse(typed, currency, culture, "price");
            var (smallest, largest) = (MealPrices.Smallest(currency), MealPrices.Largest(currency));
            asked.That(!price.IsPositive || price >= smallest, Reason.PriceTooSmall, "price", smallest);
            asked.That(price.IsPositive, Reason.AmountNotPositive, "price");
            asked.That(price <= largest, Reason.PriceTooLarge, "price", largest);
            return price.Minor;
        }
        catch (Refusal refusal)
        {
            asked.Add(refusal);
            return 0;
        }
    }

    private DateOnly LastDay(string? typed)
    {
        if (!DateOnly.TryParseExact(typed?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            asked.Add(Reason.DayNotValid, "deliverBy");
            return day;
        }

        asked.That(day > today, Reason.DateNotAhead, "deliverBy");
        asked.That(day <= today.AddYears(MostYears), Reason.DayTooFar, "deliverBy", today.AddYears(MostYears));
        return day;
    }
}
