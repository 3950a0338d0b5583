using Microsoft.EntityFrameworkCore;

namespace Solidarity.Domain.Meals;

/// <summary>A ward thanks those who gave the meals of a delivery. Nobody sees it before a moderator did.</summary>
public sealed class ThankForMeals(SolidarityDb db, TimeProvider clock)
{
    /// <summary>Why it would be refused, asked before a picture is kept for it.</summary>
    /// <exception cref="Refusal">Nothing arrived or was answered yet, it is too late, or it was thanked for before.</exception>
    public async Task CheckAsync(MealDelivery delivery, CancellationToken cancel)
    {
        if (delivery.AnsweredAt is not { } answered || delivery.Arrived is null or 0)
            throw new Refusal(Reason.ThanksTooEarly);
        if (clock.GetUtcNow() > answered + MealThanks.Time)
            throw new Refusal(Reason.ThanksTooLate);
        if (await db.MealThanks.AnyAsync(t => t.DeliveryId == delivery.Id, cancel))
            throw new Refusal(Reason.ThanksWritten);
    }

    /// <param name="delivery">With its restaurant.</param>
    /// <param name="language">Of the words.</param>
    /// <exception cref="Refusal">As <see cref="CheckAsync"/>; or no words, or too many.</exception>
    public async Task RunAsync(MealDelivery delivery, string? words, string language, Guid? pictureId, CancellationToken cancel)
    {
        var clean = CleanText.Needed(words, "words", MealThanks.LongestWords);
        await CheckAsync(delivery, cancel);
        var now = clock.GetUtcNow();
        var thanks = new MealThanks
        {
            Id = Guid.CreateVersion7(now),
            DeliveryId = delivery.Id,
            CampaignId = delivery.MealPartner.CampaignId,
            Words = clean,
            Language = language,
            PictureId = pictureId,
            WrittenAt = now,
        };
        db.MealThanks.Add(thanks);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException) when (db.MealThanks.Any(t => t.DeliveryId == delivery.Id))
        {
            // Two taps: the other was first.
            db.Entry(thanks).State = EntityState.Detached;
            throw new Refusal(Reason.ThanksWritten);
        }
    }
}
