using Solidarity.Domain.Pictures;

namespace Solidarity.Domain.Meals;

/// <summary>Who may read thanks. Their moves are in <see cref="MealThanksStates"/>.</summary>
public enum MealThanksStatus
{
    /// <summary>A moderator has not looked at it.</summary>
    Waiting,
    Shown,
    Hidden,
}

/// <summary>What a ward writes to those who gave the meals of a delivery, with a picture if it likes. Public once a moderator has looked at it.</summary>
public class MealThanks
{
    public const int LongestWords = 1000;

    /// <summary>How long after its answer a ward may thank.</summary>
    public static readonly TimeSpan Time = TimeSpan.FromDays(60);

    public required Guid Id { get; init; }

    /// <summary>One delivery is thanked for once.</summary>
    public required Guid DeliveryId { get; init; }

    public MealDelivery Delivery { get; init; } = null!;

    /// <summary>The programme, on whose page it stands.</summary>
    public required Guid CampaignId { get; init; }

    public required string Words { get; init; }

    /// <summary>Of the words.</summary>
    public required string Language { get; init; }

    public Guid? PictureId { get; init; }

    public Picture? Picture { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>Moved by <see cref="MealThanksStates"/> alone.</summary>
    public MealThanksStatus Status { get; internal set; }

    /// <summary>The moderator who decided last.</summary>
    public Guid? DecidedById { get; internal set; }

    public DateTimeOffset? DecidedAt { get; internal set; }

    public Guid Version { get; set; }
}

/// <summary>Every move that thanks can make; nothing else sets their state.</summary>
public static class MealThanksStates
{
    public static bool Allows(MealThanksStatus from, MealThanksStatus to) => to != MealThanksStatus.Waiting && from != to;

    /// <exception cref="Refusal">Another moderator decided the same.</exception>
    public static void MoveTo(this MealThanks thanks, MealThanksStatus to, Guid moderatorId, DateTimeOffset at)
    {
        if (!Allows(thanks.Status, to))
            throw new Refusal(Reason.MoveNotAllowed);
        (thanks.Status, thanks.DecidedById, thanks.DecidedAt) = (to, moderatorId, at);
    }
}
