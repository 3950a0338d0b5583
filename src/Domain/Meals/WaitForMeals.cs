using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Letters;

namespace Solidarity.Domain.Meals;

/// <summary>What somebody waits for, as typed.</summary>
/// <param name="MealPartnerId">Null: any restaurant.</param>
public sealed record WaitingWish(string? Email, int? Count, Guid? MealPartnerId);

/// <summary>
/// An address asks to be told when there are places, says yes by the link that is sent there, and may leave. Whoever asks learns nothing about the address.
/// </summary>
public sealed class WaitForMeals(SolidarityDb db, TimeProvider clock)
{
    /// <summary>One address gets so many of these letters a day, whoever asks for them.</summary>
    private const int LettersADay = 6;

    private const int LettersLately = 2;

    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(10);

    /// <exception cref="Refusal">No address, no number, or a restaurant of another programme.</exception>
    public async Task AskAsync(Campaign campaign, MealMenu menu, WaitingWish wish, string language, CancellationToken cancel)
    {
        var asked = new FormWords();
        var email = asked.Email(wish.Email, "email");
        asked.That(wish.Count > 0, Reason.MealsNotPositive, "count");
        asked.That(!(wish.Count > TakePlaces.MostMeals), Reason.TooManyMeals, "count", TakePlaces.MostMeals);
        asked.That(wish.MealPartnerId is not { } partner || menu.Partners.Any(p => p.Id == partner), Reason.MealPartnerUnknown, "restaurant");
        asked.Refuse();

        var now = clock.GetUtcNow();
        var same = await db.MealWaitings.Where(w => w.CampaignId == campaign.Id && w.Email == email && w.MealPartnerId == wish.MealPartnerId && w.Count == wish.Count && w.ToldAt == null && w.EndedAt == null)
            .OrderBy(w => w.CreatedAt).FirstOrDefaultAsync(cancel);
        if (same is { ConfirmedAt: not null })
            return;
        if (same is null)
        {
            same = new MealWaiting
            {
                Id = Guid.CreateVersion7(now),
                CampaignId = campaign.Id,
                MealPartnerId = wish.MealPartnerId,
                Email = email,
                Token = UnguessableToken.Create(),
                Language = language,
                Count = wish.Count!.Value,
                CreatedAt = now,
            };
            db.MealWaitings.Add(same);
        }

        if (await LettersEnoughAsync(email, now, cancel))
            return;
        db.Write(LetterKind.ConfirmWaiting, (email, null), language, now, $"/waiting/{same.Token}", null, campaign.Title);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The address says yes; what it waited for before in this programme is over.</summary>
    /// <exception cref="Refusal">Another node did the same at this moment.</exception>
    public async Task ConfirmAsync(MealWaiting wish, CancellationToken cancel)
    {
        if (wish.ConfirmedAt is not null || wish.EndedAt is not null)
            return;
        var now = clock.GetUtcNow();
        wish.ConfirmedAt = now;
        foreach (var before in await db.MealWaitings.Waiting().Where(w => w.CampaignId == wish.CampaignId && w.Email == wish.Email && w.Id != wish.Id).ToListAsync(cancel))
            before.EndedAt = now;
        await db.SaveOrRefuseAsync(cancel);
    }

    /// <summary>Nothing is told to it any more.</summary>
    /// <exception cref="Refusal">It was told at this moment.</exception>
    public async Task LeaveAsync(MealWaiting wish, CancellationToken cancel)
    {
        wish.EndedAt ??= clock.GetUtcNow();
        await db.SaveOrRefuseAsync(cancel);
    }

    private async Task<bool> LettersEnoughAsync(string address, DateTimeOffset now, CancellationToken cancel)
    {
        var (yesterday, lately) = (now.AddDays(-1), now - Lately);
        var sent = await db.Letters.Where(l => l.To == address && l.Kind == LetterKind.ConfirmWaiting && l.CreatedAt > yesterday).Select(l => l.CreatedAt).ToListAsync(cancel);
        return sent.Count >= LettersADay || sent.Count(at => at > lately) >= LettersLately;
    }
}
