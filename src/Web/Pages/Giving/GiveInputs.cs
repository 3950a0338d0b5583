using System.Globalization;
using Solidarity.Domain;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Meals;

namespace Solidarity.Web.Pages.Giving;

/// <summary>Which input a problem of the request belongs to.</summary>
public static class GiveInputs
{
    /// <summary>What Stripe takes of the sum, as the reader's culture writes percents.</summary>
    public static string FeeShare => (EstimatedFee.PerMille / 1000m).ToString("P1", CultureInfo.CurrentCulture);

    /// <summary>The id of the input to go to.</summary>
    public static string Id(string? field, GiftForm form, Currency currency) => field switch
    {
        "amount" or "currency" => form.Amount == GiftForm.Free ? "other" : "amount-" + GiftForm.Amounts(currency)[0],
        "tip" => form.Tip == GiftForm.Free ? "tip-other" : "tip-" + GiftForm.Tips(currency)[0],
        MealFields.Meals => MealFields.Meals,
        MealFields.Site => MealFields.Site,
        { } meals when meals.StartsWith(MealFields.Meals, StringComparison.Ordinal) => meals,
        "answer" or "addFees" or "email" or "name" or "message" or "language" or "honoured" or "honouredWords" or "cardEmail" or "cardDay" or "cardLanguage" => field,
        _ => "gift",
    };
}
