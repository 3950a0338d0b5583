namespace Solidarity.Domain.Meals;

/// <summary>Meals that are paid for and late: past the programme's day, or missing from a delivery for longer than the restaurant has to bring them.</summary>
public static class LateMeals
{
    /// <summary>How long a restaurant may take to bring what a ward did not get.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(3);

    /// <summary>Planned, and the restaurant has neither said that they left nor called them off so long after their day.</summary>
    public static IQueryable<MealDelivery> Forgotten(this IQueryable<MealDelivery> deliveries, DateOnly today)
    {
        var before = today.AddDays(-Patience.Days);
        return deliveries.Where(d => d.Status == DeliveryStatus.Planned && d.Day < before);
    }

    /// <summary>What the programme's rule is for. What another restaurant or ward has by the rule already waits until <see cref="MealProgramme.GivenBackFrom"/>.</summary>
    public static IQueryable<MealVoucher> Late(this IQueryable<MealVoucher> vouchers, MealProgramme programme, DateTimeOffset now, DateOnly today)
    {
        var (over, shortBefore) = (today > programme.DeliverBy, now - Patience);
        return vouchers.Where(v => v.MealPartner.CampaignId == programme.CampaignId && v.Status == VoucherStatus.Funded && (over || v.ShortAt < shortBefore));
    }
}
