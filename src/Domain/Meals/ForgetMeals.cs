using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Letters;
using Solidarity.Domain.People;

namespace Solidarity.Domain.Meals;

/// <summary>Addresses of those who waited for meals, and of those who got an e-card: nobody needs them for long.</summary>
public static class ForgetMeals
{
    /// <summary>For so long after the last word to them.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private const int Batch = 500;

    private static readonly LetterKind[] Kinds = [LetterKind.ConfirmWaiting, LetterKind.MealsFree, LetterKind.Card];

    /// <summary>What is old enough: a job asks for it every night.</summary>
    /// <param name="today">In the site's time zone.</param>
    public static async Task ForgetOldMealReadersAsync(this SolidarityDb db, DateTimeOffset now, DateOnly today, CancellationToken cancel)
    {
        var (before, day) = (now - Kept, today.AddDays(-Kept.Days));
        await db.MealWaitings.Where(w => w.ToldAt < before || w.EndedAt < before || (w.ConfirmedAt == null && w.CreatedAt < before)
            || db.MealProgrammes.Any(p => p.CampaignId == w.CampaignId && p.DeliverBy < day)).ExecuteDeleteAsync(cancel);
        // A card that could not be sent in all this time is none any more.
        await db.Dedications.Where(d => d.CardEmail != null && (d.CardSentAt < before || d.CardOn < day)).ExecuteUpdateAsync(set => set.SetProperty(d => d.CardEmail, (string?)null), cancel);
        foreach (var letter in await db.Letters.Where(l => Kinds.Contains(l.Kind) && l.CreatedAt < before && l.To != ErasedAddress.OfLetters).OrderBy(l => l.CreatedAt).Take(Batch).Select(l => l.Id).ToListAsync(cancel))
        {
            var message = $"letter-{letter:N}@";
            await db.MailRecords.Where(m => m.MessageId.StartsWith(message)).ExecuteDeleteAsync(cancel);
            await db.Letters.Where(l => l.Id == letter).ExecuteUpdateAsync(set => set
                .SetProperty(l => l.To, ErasedAddress.OfLetters).SetProperty(l => l.Quote, (string?)null).SetProperty(l => l.Link, (string?)null), cancel);
        }
    }

    /// <summary>An address is erased at its owner's wish; its gifts' dedications go with their words. In the caller's transaction.</summary>
    /// <param name="key">As <see cref="EmailAddress.ToKey"/> writes it.</param>
    internal static async Task ForgetMealReaderAsync(this SolidarityDb db, string key, CancellationToken cancel)
    {
        await db.MealWaitings.Where(w => w.Email == key).ExecuteDeleteAsync(cancel);
        await db.Dedications.Where(d => d.CardEmail == key).ExecuteUpdateAsync(set => set.SetProperty(d => d.CardEmail, (string?)null), cancel);
        await db.Dedications.Where(d => d.Donation.EmailKey == key).ExecuteDeleteAsync(cancel);
    }
}
