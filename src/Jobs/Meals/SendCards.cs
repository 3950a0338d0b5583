using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Letters;
using Solidarity.Domain.Meals;
using Solidarity.Jobs.Engine;
using Solidarity.Jobs.Messages;

namespace Solidarity.Jobs.Meals;

/// <summary>
/// E-cards, on the morning of their day: only where the gift is paid and meals of it stand. Each is handed over in one database transaction with its letter,
/// so that it is sent once whatever stops in between.
/// </summary>
public sealed class SendCards(SolidarityDb db, IWakeJobs wake, Site site, TimeProvider clock) : IJob
{
    private const int Batch = 200;

    /// <summary>To one address in a day, whoever orders them: the others wait. A gift can be asked back once its card is sent, so cards cost nothing.</summary>
    private const int MostADay = 3;

    private static readonly TimeOnly Morning = new(8, 0);

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var today = site.DayOf(now);
        var last = now < site.MomentOf(today.ToDateTime(Morning)) ? today.AddDays(-1) : today;
        var (oldest, yesterday) = (today.AddDays(-ForgetMeals.Kept.Days), now.AddDays(-1));
        var due = await db.Dedications.Include(d => d.Donation)
            .Where(d => d.CardEmail != null && d.CardSentAt == null && d.CardOn <= last && d.CardOn >= oldest
                && (d.Donation.Status == DonationStatus.Paid || d.Donation.Status == DonationStatus.PartlyRefunded)
                && db.MealVouchers.Any(v => v.DonationId == d.DonationId && v.Status != VoucherStatus.Refunded)
                && db.Letters.Count(l => l.To == d.CardEmail && l.Kind == LetterKind.Card && l.CreatedAt > yesterday) < MostADay)
            .OrderBy(d => d.CardOn).Take(Batch).ToListAsync(cancel);
        // One an address at each beat, so that the count above is right for the next.
        foreach (var card in due.DistinctBy(d => d.CardEmail))
        {
            // The others are no longer followed for changes: the next beat goes on.
            if (!await SendAsync(card, now, cancel))
                break;
        }

        if (due.Count > 0)
            wake.Wake<ProcessOutbox>();
    }

    private async Task<bool> SendAsync(Dedication card, DateTimeOffset now, CancellationToken cancel)
    {
        var meals = await db.MealVouchers.CountAsync(v => v.DonationId == card.DonationId && v.Status != VoucherStatus.Refunded, cancel);
        var campaign = await db.DonationLines.Where(l => l.DonationId == card.DonationId && l.Kind == LineKind.Gift).Select(l => new { l.Campaign!.Slug, l.Campaign.Title }).SingleAsync(cancel);
        card.CardSentAt = now;
        db.Write(
            LetterKind.Card, (card.CardEmail!, null), card.CardLanguage!, now, $"/campaigns/{campaign.Slug}", card.Words,
            card.Donation.Name ?? "", meals.ToString(CultureInfo.InvariantCulture), card.Honoured, campaign.Title);
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another node sent it, or somebody erased it, at this moment.
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
