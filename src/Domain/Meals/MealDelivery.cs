namespace Solidarity.Domain.Meals;

/// <summary>How far a delivery is. Its moves are in <see cref="DeliveryStates"/>.</summary>
public enum DeliveryStatus
{
    Planned,
    /// <summary>Cooked, and on its way.</summary>
    Left,
    /// <summary>The restaurant says that it was brought.</summary>
    Delivered,
    /// <summary>The care site confirmed all of it.</summary>
    Confirmed,
    /// <summary>The care site got fewer, or something was wrong; open until somebody settles it.</summary>
    Shortage,
    CalledOff,
}

/// <summary>A batch of meals that a restaurant brings to a care site.</summary>
public class MealDelivery
{
    public const int LongestWords = 500;

    /// <summary>In one batch: what a kitchen cooks and a ward counts.</summary>
    public const int MostMeals = 500;

    public required Guid Id { get; init; }

    /// <summary>Counted from 1 for each restaurant in a programme: it stands on slip and report.</summary>
    public required int Number { get; init; }

    public required Guid MealPartnerId { get; init; }

    public MealPartner MealPartner { get; init; } = null!;

    public required Guid CareSiteId { get; init; }

    public CareSite CareSite { get; init; } = null!;

    /// <summary>The secret of the ward's page, /deliveries/{token}.</summary>
    public required string Token { get; init; }

    public required DateOnly Day { get; set; }

    /// <summary>From when the ward may expect it, in the site's time zone.</summary>
    public required TimeOnly From { get; set; }

    public required TimeOnly Until { get; set; }

    /// <summary>How many meals are in it.</summary>
    public required int Count { get; set; }

    /// <summary>Moved by <see cref="DeliveryStates"/> alone.</summary>
    public DeliveryStatus Status { get; internal set; }

    public required DateTimeOffset PlannedAt { get; init; }

    public DateTimeOffset? LeftAt { get; internal set; }

    public DateTimeOffset? DeliveredAt { get; internal set; }

    /// <summary>When the ward answered.</summary>
    public DateTimeOffset? AnsweredAt { get; internal set; }

    /// <summary>How many arrived, says the ward.</summary>
    public int? Arrived { get; internal set; }

    /// <summary>What was wrong, in the ward's words.</summary>
    public string? Problem { get; internal set; }

    /// <summary>When a shortage or problem was settled: by somebody, or because nothing is missing any more.</summary>
    public DateTimeOffset? SettledAt { get; internal set; }

    /// <summary>How, in the words of whoever settled it; null where it settled itself.</summary>
    public string? Settlement { get; internal set; }

    public Guid Version { get; set; }

    /// <summary>A ward said that something is missing or wrong, and nobody settled it. For queries <see cref="UnsettledDeliveries.Unsettled"/>.</summary>
    public bool IsUnsettled => Status == DeliveryStatus.Shortage && SettledAt is null;
}
