namespace Solidarity.Domain.Meals;

/// <summary>
/// How many of the meals of one restaurant for one care site are where. A kept row, moved in the same database transaction as the vouchers, so that a
/// public page costs the same at ten meals and at a million.
/// </summary>
public class MealCount
{
    public required Guid MealPartnerId { get; init; }

    public MealPartner MealPartner { get; init; } = null!;

    public required Guid CareSiteId { get; init; }

    public CareSite CareSite { get; init; } = null!;

    public int Funded { get; set; }

    public int Accepted { get; set; }

    public int Delivered { get; set; }

    public int Confirmed { get; set; }

    public int Redeemed { get; set; }

    public int Refunded { get; set; }

    /// <summary>Those that left the kitchen: of accepted ones those whose delivery has left, besides all that are delivered, confirmed or redeemed.</summary>
    public int OnTheirWay { get; set; }

    public int Paid => Funded + Accepted + Delivered + Confirmed + Redeemed + Refunded;

    public int Cooked => OnTheirWay + Delivered + Confirmed + Redeemed;
}
