using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Meals;
using Solidarity.Web.Caching;

namespace Solidarity.Web.Pages.Waiting;

/// <summary>A wish as its owner's pages show it.</summary>
/// <param name="Restaurant">Null: any.</param>
public sealed record ShownWish(MealWaiting Wish, string Slug, string Title, string Language, string? Restaurant)
{
    public bool HasEnded => Wish.EndedAt is not null;
}

public static class ShownWishes
{
    /// <returns>Null where the secret is none of ours.</returns>
    public static async Task<ShownWish?> WishAsync(this HttpContext context, SolidarityDb db, string token, CancellationToken cancel)
    {
        context.ShowsOneReader();
        return await db.MealWaitings.Where(w => w.Token == token).Join(db.Campaigns, w => w.CampaignId, c => c.Id, (w, c) => new ShownWish(
            w, c.Slug, c.Title, c.Project.Language, db.MealPartners.Where(p => p.Id == w.MealPartnerId).Select(p => p.Partner.Name).FirstOrDefault())).SingleOrDefaultAsync(cancel);
    }
}
