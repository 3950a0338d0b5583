using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Updates;

namespace Solidarity.Domain.Meals;

/// <summary>
/// Plans the mails about a delivery of meals: one to the ward, one to each address that gave meals of it. Safe to run again from the start at any
/// moment: who has a mailing is passed over, and the database refuses a second.
/// </summary>
public sealed class PlanMealMails(SolidarityDb db, TimeProvider clock)
{
    private const int PerPage = 100;

    /// <param name="kind">One of those that go to wards.</param>
    /// <returns>Whether there was none.</returns>
    public async Task<bool> ToWardAsync(Guid deliveryId, MailingKind kind, CancellationToken cancel)
    {
        var ward = await db.MealDeliveries.Where(d => d.Id == deliveryId).Select(d => new { d.CareSite.ContactEmail, d.CareSite.Contact, d.CareSite.Language }).SingleAsync(cancel);
        return EmailAddress.ToKey(ward.ContactEmail) is { } address
            && await db.AddMailingsAsync(kind, deliveryId, [new(address, ward.Contact, ward.Language)], _ => true, clock.GetUtcNow(), cancel) > 0;
    }

    /// <param name="planned">Called after every page.</param>
    public Task ToGiversAsync(Guid deliveryId, Action planned, CancellationToken cancel) =>
        ToGiversAsync(MailingKind.MealsDelivered, deliveryId, deliveryId, _ => true, planned, cancel);

    /// <inheritdoc cref="ToGiversAsync(Guid, Action, CancellationToken)"/>
    public async Task OfThanksAsync(Guid thanksId, Action planned, CancellationToken cancel)
    {
        var thanks = await db.MealThanks.AsNoTracking().SingleAsync(t => t.Id == thanksId, cancel);
        if (thanks.Status == MealThanksStatus.Shown)
            await ToGiversAsync(MailingKind.MealThanks, thanksId, thanks.DeliveryId, c => c.Thanks, planned, cancel);
    }

    private async Task ToGiversAsync(MailingKind kind, Guid subjectId, Guid deliveryId, Func<MailChoice, bool> wants, Action planned, CancellationToken cancel)
    {
        // No more than a delivery has meals.
        var gifts = await db.MealVouchers.BroughtWith(deliveryId).Where(v => v.Donation.ErasedAt == null)
            .Select(v => new { v.DonationId, v.Donation.EmailKey, v.Donation.Name, v.Donation.Language, v.Donation.StartedAt }).Distinct().ToListAsync(cancel);
        var readers = gifts.OrderByDescending(g => g.StartedAt).DistinctBy(g => g.EmailKey).Where(g => EmailAddress.ToKey(g.EmailKey) is not null)
            .Select(g => new MailReader(g.EmailKey, g.Name, g.Language));
        foreach (var page in readers.Chunk(PerPage))
        {
            if (await db.AddMailingsAsync(kind, subjectId, [.. page], wants, clock.GetUtcNow(), cancel) > 0)
                planned();
        }
    }
}

public static class BroughtMeals
{
    /// <summary>Those of a delivery that were brought; without those that, says the ward, did not arrive.</summary>
    public static IQueryable<MealVoucher> BroughtWith(this IQueryable<MealVoucher> vouchers, Guid deliveryId) =>
        vouchers.Where(v => v.DeliveryId == deliveryId && (v.Status == VoucherStatus.Delivered || v.Status == VoucherStatus.Confirmed));
}
