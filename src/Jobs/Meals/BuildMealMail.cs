using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Receipts;
using Solidarity.Domain.Updates;
using Solidarity.Jobs.Mail;

namespace Solidarity.Jobs.Meals;

/// <summary>Writes a mail about meals as things stand when it is sent: nobody is told what is no longer true.</summary>
public sealed class BuildMealMail(SolidarityDb db, Site site, IssuerParty issuer)
{
    /// <param name="choiceToken">Of the reader's page of choices.</param>
    /// <returns>Null where there is nothing left to tell.</returns>
    public async Task<Mail.Mail?> RunAsync(Mailing mailing, string choiceToken, CancellationToken cancel)
    {
        if (mailing.Kind == MailingKind.MealThanks)
            return await ThanksAsync(mailing, choiceToken, cancel);
        var delivery = await FindAsync(mailing.SubjectId, cancel);
        if (mailing.Kind == MailingKind.MealsDelivered)
            return await GiftsAsync(delivery.Id, mailing.Email, cancel) is { Count: > 0 } gifts ? MealsDeliveredMail.Build(mailing, delivery, gifts, site, issuer) : null;
        return delivery.Status is DeliveryStatus.Left or DeliveryStatus.Delivered ? WardMail.Build(mailing, delivery, site, issuer) : null;
    }

    private async Task<Mail.Mail?> ThanksAsync(Mailing mailing, string choiceToken, CancellationToken cancel)
    {
        var thanks = await db.MealThanks.AsNoTracking().Include(t => t.Picture).SingleAsync(t => t.Id == mailing.SubjectId, cancel);
        if (thanks.Status != MealThanksStatus.Shown || await GiftsAsync(thanks.DeliveryId, mailing.Email, cancel) is not { Count: > 0 } gifts)
            return null;
        return MealThanksMail.Build(new MealThanksContent(mailing, choiceToken, thanks, await FindAsync(thanks.DeliveryId, cancel), gifts), site, issuer);
    }

    private Task<MealDelivery> FindAsync(Guid deliveryId, CancellationToken cancel) => db.MealDeliveries.AsNoTracking().Include(d => d.CareSite)
        .Include(d => d.MealPartner).ThenInclude(p => p.Partner).Include(d => d.MealPartner).ThenInclude(p => p.Programme).ThenInclude(p => p.Campaign).SingleAsync(d => d.Id == deliveryId, cancel);

    /// <summary>The gifts of an address of which meals were brought, the newest first.</summary>
    private async Task<List<BroughtGift>> GiftsAsync(Guid deliveryId, string email, CancellationToken cancel)
    {
        var gifts = await db.MealVouchers.BroughtWith(deliveryId).Where(v => v.Donation.EmailKey == email)
            .GroupBy(v => new { v.Donation.Token, v.Donation.StartedAt }).Select(g => new { g.Key.Token, g.Key.StartedAt, Meals = g.Count() }).ToListAsync(cancel);
        return [.. gifts.OrderByDescending(g => g.StartedAt).Select(g => new BroughtGift(g.Token, g.StartedAt, g.Meals))];
    }
}
