using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;

namespace Solidarity.Web.Demo;

/// <summary>What the demo's people have done besides asking for money. Left out where they have written something already.</summary>
internal sealed class DemoWorkspace(SolidarityDb db, DemoUpdates updates, DemoReviews reviews, DemoWardThanks thanks)
{
    public async Task MakeAsync(CancellationToken cancel)
    {
        var (words, today) = (DemoFiles.Words(), TimeProvider.System.GetUtcNow());
        var owner = await db.People.Where(p => p.Email == DemoPeople.Owner).Select(p => p.Id).SingleAsync(cancel);
        if (!await db.Updates.AnyAsync(cancel))
            await updates.MakeAsync(words, owner, today, cancel);
        if (!await db.Reviews.AnyAsync(cancel))
            await reviews.MakeAsync(words, owner, today, cancel);
        if (!await db.MealThanks.AnyAsync(cancel))
            await thanks.MakeAsync(today, cancel);
    }
}
