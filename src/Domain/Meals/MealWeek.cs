namespace Solidarity.Domain.Meals;

/// <summary>
/// How many meals of a programme took which step in one week of the site's time zone, for the chart. A kept row, moved with <see cref="MealCount"/>. A meal
/// that did not arrive and is brought again counts twice as delivered: both times somebody brought it.
/// </summary>
public class MealWeek
{
    public required Guid CampaignId { get; init; }

    /// <summary>Its Monday.</summary>
    public required DateOnly Starts { get; init; }

    public int Paid { get; set; }

    /// <summary>Left the kitchen, or eaten at the counter.</summary>
    public int Cooked { get; set; }

    public int Delivered { get; set; }

    public int Confirmed { get; set; }

    public int Redeemed { get; set; }
}
