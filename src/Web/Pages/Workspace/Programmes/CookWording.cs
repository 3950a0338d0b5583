using System.Globalization;
using Microsoft.Extensions.Localization;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Partners;
using Solidarity.Web.Texts;

namespace Solidarity.Web.Pages.Workspace.Programmes;

/// <summary>Says how much a restaurant cooks, when, and whether givers can choose it.</summary>
public static class CookWording
{
    /// <summary>The days one by one, Monday first.</summary>
    public static IReadOnlyList<OpenDays> Week { get; } = [.. Enumerable.Range(0, 7).Select(i => (OpenDays)(1 << i))];

    public static string Day(OpenDays day) => CultureInfo.CurrentCulture.DateTimeFormat.DayNames[(int.Log2((int)day) + 1) % 7];

    public static string Days(OpenDays days) => string.Join(", ", Week.Where(d => days.HasFlag(d)).Select(Day));

    public static LocalizedString CapacityOf(this IStringLocalizer texts, MealPartner cook) => texts.Count($"Per{cook.Per}", cook.Capacity);

    /// <summary>A key of the programmes' texts: "can be chosen by givers", or why not.</summary>
    /// <param name="cook">With who is paid.</param>
    public static string Choice(MealPartner cook) => cook switch
    {
        { Status: MealPartnerStatus.Applied } => cook.Partner.CanBePaid ? "ChoiceAppliedPaid" : "ChoiceApplied",
        { Status: MealPartnerStatus.Refused } => "ChoiceRefused",
        { Status: MealPartnerStatus.Paused, PausedByItself: true } => "ChoicePausedItself",
        { Status: MealPartnerStatus.Paused } => "ChoicePaused",
        { Cooks: true, Partner.Standing: PartnerStanding.PayoutsBlocked } => "ChoiceYesHeld",
        { Cooks: true } => "ChoiceYes",
        { Partner.Standing: var standing } => $"Choice{(standing == PartnerStanding.Ready ? PartnerStanding.UnderReview : standing)}",
    };

    /// <summary>A key of the programmes' texts: the same, told to the restaurant.</summary>
    public static string Mine(MealPartner cook) => cook switch
    {
        { Status: MealPartnerStatus.Applied } => "MineTextApplied",
        { Status: MealPartnerStatus.Refused } => "MineTextRefused",
        { Status: MealPartnerStatus.Paused, PausedByItself: true } => "MineTextPausedItself",
        { Status: MealPartnerStatus.Paused } => "MineTextPaused",
        { Cooks: true } => "MineTextCooks",
        _ => "MineTextUnpaid",
    };
}
