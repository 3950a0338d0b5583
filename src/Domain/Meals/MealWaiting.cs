namespace Solidarity.Domain.Meals;

/// <summary>
/// Somebody would buy meals if there were places. One row a wish: told of once, and forgotten a month later (<see cref="ForgetMeals"/>).
/// </summary>
public class MealWaiting
{
    public required Guid Id { get; init; }

    public required Guid CampaignId { get; init; }

    /// <summary>Null: any restaurant will do.</summary>
    public Guid? MealPartnerId { get; init; }

    /// <summary>As <see cref="EmailAddress.ToKey"/> writes it.</summary>
    public required string Email { get; init; }

    /// <summary>The secret of /waiting/{token}: says yes, and leaves.</summary>
    public required string Token { get; init; }

    /// <summary>In which it is written to.</summary>
    public required string Language { get; init; }

    /// <summary>How many meals.</summary>
    public required int Count { get; init; }

    /// <summary>Its place in the line.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null until the address has said yes: it is told nothing before.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }

    public DateTimeOffset? ToldAt { get; set; }

    /// <summary>Of how many free places it was told; zero before.</summary>
    public int Offered { get; set; }

    /// <summary>It left, or asked for something else since.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public Guid Version { get; set; }

    public bool Waits => ConfirmedAt is not null && ToldAt is null && EndedAt is null;
}

public static class WaitingWishes
{
    /// <summary><see cref="MealWaiting.Waits"/> for queries.</summary>
    public static IQueryable<MealWaiting> Waiting(this IQueryable<MealWaiting> wishes) => wishes.Where(w => w.ConfirmedAt != null && w.ToldAt == null && w.EndedAt == null);
}
