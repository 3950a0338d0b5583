using Solidarity.Domain.Donations;

namespace Solidarity.Domain.Meals;

/// <summary>
/// Some meals of a donation: from one restaurant, for one care site, with places in one slot. A donation has as many as it needs; its gift line is
/// the sum of them.
/// </summary>
public class MealOrder
{
    public required Guid Id { get; init; }

    public required Guid DonationId { get; init; }

    public Donation Donation { get; init; } = null!;

    public required Guid MealPartnerId { get; init; }

    public MealPartner MealPartner { get; init; } = null!;

    public required Guid CareSiteId { get; init; }

    public CareSite CareSite { get; init; } = null!;

    public required Guid SlotId { get; init; }

    public MealSlot Slot { get; init; } = null!;

    /// <summary>How many meals.</summary>
    public required int Count { get; init; }

    /// <summary>What one cost, in minor units of the donation's currency.</summary>
    public required long UnitMinor { get; init; }

    /// <summary>When its places were given back because nobody paid.</summary>
    public DateTimeOffset? ReleasedAt { get; set; }
}
