using Solidarity.Domain.Donations;

namespace Solidarity.Domain.Meals;

/// <summary>Meals that wait to be cooked, and those that are late: past the programme's day, or missing from a delivery for longer than the restaurant has to bring them.</summary>
public static class LateMeals
{
    /// <summary>How long a restaurant may take to bring what a ward did not get.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(3);

    /// <summary>To be cooked or eaten now. A gift that its giver's bank contests waits for the bank: its money may be gone tomorrow.</summary>
    public static IQueryable<MealVoucher> Waiting(this IQueryable<MealVoucher> vouchers) =>
        vouchers.Where(v => v.Status == VoucherStatus.Funded && v.Donation.Status != DonationStatus.Disputed);

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
