using Solidarity.Domain.Partners;

namespace Solidarity.Domain.Meals;

/// <summary>Whether a restaurant takes part. Its moves are in <see cref="MealPartnerStates"/>.</summary>
public enum MealPartnerStatus
{
    /// <summary>It asked to take part; the programme's owner has not answered.</summary>
    Applied,
    /// <summary>It cooks, as soon as it can be paid.</summary>
    Accepted,
    Refused,
    /// <summary>It takes no new meals; what is paid for it still cooks.</summary>
    Paused,
}

/// <summary>For what time a restaurant says how much it cooks.</summary>
public enum CapacityPer { Day, Week }

/// <summary>Days of the week on which a restaurant cooks.</summary>
[Flags]
public enum OpenDays { None = 0, Monday = 1, Tuesday = 2, Wednesday = 4, Thursday = 8, Friday = 16, Saturday = 32, Sunday = 64 }

/// <summary>A restaurant in a programme: what it cooks, how much, and on which days.</summary>
public class MealPartner
{
    public const int LongestWords = 500;
    public const int MostCapacity = 10_000;

    public required Guid Id { get; init; }

    public required Guid CampaignId { get; init; }

    public MealProgramme Programme { get; init; } = null!;

    public required Guid PartnerId { get; init; }

    public Partner Partner { get; init; } = null!;

    public MealPartnerStatus Status { get; internal set; }

    /// <summary>What it cooks, for givers to choose by.</summary>
    public required string Words { get; set; }

    /// <summary>The language of <see cref="Words"/> and <see cref="Allergens"/>.</summary>
    public required string Language { get; set; }

    /// <summary>What stands on the kitchen sheet and the slip, in the restaurant's words.</summary>
    public string? Allergens { get; set; }

    public required string City { get; set; }

    public required CapacityPer Per { get; set; }

    /// <summary>Meals a day, or a week.</summary>
    public required int Capacity { get; set; }

    /// <summary>With a capacity a week too: when it may plan deliveries.</summary>
    public required OpenDays Days { get; set; }

    public required DateTimeOffset AppliedAt { get; set; }

    /// <summary>It paused by itself, and goes on by itself; otherwise the programme's team paused it.</summary>
    public bool PausedByItself { get; internal set; }

    /// <summary>Why it was refused, or paused.</summary>
    public string? Reasons { get; set; }

    public Guid Version { get; set; }

    /// <summary>It was accepted, and may have meals to cook.</summary>
    public bool TakesPart => Status is MealPartnerStatus.Accepted or MealPartnerStatus.Paused;

    /// <summary>New meals can be bought from it, as far as it has places. For queries <see cref="CookingPartners.Cooking"/>.</summary>
    public bool Cooks => Status == MealPartnerStatus.Accepted && Partner.CanBePaid;

    /// <summary>Whether it cooks on that day of the week.</summary>
    public bool IsOpenOn(DateOnly day) => Days.HasFlag((OpenDays)(1 << day.PlaceInWeek()));
}

public static class CookingPartners
{
    /// <summary>Those of whom <see cref="MealPartner.Cooks"/> is true.</summary>
    public static IQueryable<MealPartner> Cooking(this IQueryable<MealPartner> partners) =>
        partners.Where(p => p.Status == MealPartnerStatus.Accepted && p.Partner.StripeAccountId != null && p.Partner.TransfersActive);
}
