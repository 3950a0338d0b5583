using System.Globalization;

namespace Solidarity.Domain.Meals;

/// <summary>What a restaurant says of itself for a programme, as typed.</summary>
/// <param name="Capacity">Meals a day or week.</param>
public sealed record CookWords(string? Words, string? Language, string? Allergens, string? City, CapacityPer Per, string? Capacity, OpenDays Days);

/// <summary>The same, read and found right.</summary>
internal sealed record CookTerms(string Words, string Language, string? Allergens, string City, CapacityPer Per, int Capacity, OpenDays Days)
{
    private const int LongestCity = 200;
    private const OpenDays Week = (OpenDays)127;

    public static CookTerms Of(CookWords typed, FormWords asked)
    {
        var capacity = int.TryParse(typed.Capacity?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0;
        asked.That(Languages.Speaks(typed.Language), Reason.LanguageUnknown, "language");
        var terms = new CookTerms(
            asked.Words(typed.Words, "words", MealPartner.LongestWords),
            typed.Language ?? "",
            asked.WordsOrNone(typed.Allergens, "allergens", MealPartner.LongestWords),
            asked.Line(typed.City, "city", LongestCity),
            typed.Per,
            capacity,
            typed.Days & Week);
        asked.That(capacity is > 0 and <= MealPartner.MostCapacity, Reason.CapacityNotValid, "capacity", MealPartner.MostCapacity);
        asked.That(Enum.IsDefined(typed.Per), Reason.ChoiceMissing, "per");
        asked.That(terms.Days != OpenDays.None, Reason.DaysMissing, "days");
        return terms;
    }

    public void WriteTo(MealPartner cook)
    {
        (cook.Words, cook.Language, cook.Allergens, cook.City) = (Words, Language, Allergens, City);
        (cook.Per, cook.Capacity, cook.Days) = (Per, Capacity, Days);
    }
}
