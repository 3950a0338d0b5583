namespace Solidarity.Domain.Meals;

/// <summary>A restaurant's places for one day, or one week. Places are taken when a checkout begins, and come back when it expires.</summary>
public class MealSlot
{
    public required Guid Id { get; init; }

    public required Guid MealPartnerId { get; init; }

    public MealPartner MealPartner { get; init; } = null!;

    /// <summary>The day; of a week its Monday.</summary>
    public required DateOnly Starts { get; init; }

    /// <summary>A restaurant that can do less later keeps what it sold, so this may be more than its capacity.</summary>
    public int Taken { get; set; }
}
