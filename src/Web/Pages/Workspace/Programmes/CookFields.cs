using System.Globalization;
using Solidarity.Domain.Meals;

namespace Solidarity.Web.Pages.Workspace.Programmes;

/// <summary>What a restaurant's form for a programme sends.</summary>
public sealed class CookFields
{
    public string? Words { get; set; }

    public string? Language { get; set; }

    public string? Allergens { get; set; }

    public string? City { get; set; }

    public CapacityPer Per { get; set; }

    public string? Capacity { get; set; }

    public List<OpenDays> Days { get; set; } = [];

    public CookWords Typed => new(Words, Language, Allergens, City, Per, Capacity, Days.Aggregate(OpenDays.None, (all, day) => all | day));

    public static CookFields Of(MealPartner cook) => new()
    {
        Words = cook.Words,
        Language = cook.Language,
        Allergens = cook.Allergens,
        City = cook.City,
        Per = cook.Per,
        Capacity = cook.Capacity.ToString(CultureInfo.InvariantCulture),
        Days = [.. CookWording.Week.Where(d => cook.Days.HasFlag(d))],
    };
}
