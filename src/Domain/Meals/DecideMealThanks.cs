using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Messages;
using Solidarity.Domain.Reviews;
using Solidarity.Domain.Trail;

namespace Solidarity.Domain.Meals;

/// <summary>A moderator shows the thanks of a ward, or takes them out of sight. Shown for the first time, they are mailed to those who gave the meals.</summary>
public sealed class DecideMealThanks(SolidarityDb db, TimeProvider clock)
{
    /// <exception cref="Refusal">Decided so already, or the moderator's own: their programme, or their restaurant.</exception>
    public async Task RunAsync(Guid thanksId, MealThanksStatus to, Guid moderatorId, CancellationToken cancel)
    {
        var thanks = await db.MealThanks.SingleOrDefaultAsync(t => t.Id == thanksId, cancel) ?? throw new Refusal(Reason.NoLongerThere);
        var about = await db.MealThanks.Where(t => t.Id == thanksId)
            .Select(t => new { t.Delivery.MealPartner.Programme.Campaign.Title, Programme = t.Delivery.MealPartner.Programme.Campaign.Project.OrganisationId, Cook = t.Delivery.MealPartner.Partner.OrganisationId })
            .SingleAsync(cancel);
        await db.RefuseOwnAsync(about.Programme, moderatorId, cancel);
        await db.RefuseOwnAsync(about.Cook, moderatorId, cancel);
        var now = clock.GetUtcNow();
        thanks.MoveTo(to, moderatorId, now);
        // Shown again after they were hidden, they are not mailed again.
        if (to == MealThanksStatus.Shown && !await db.Outbox.AnyAsync(m => m.Kind == OutboxKinds.MealThanks && m.SubjectId == thanksId, cancel))
            db.Send(OutboxKinds.MealThanks, thanks.Id, now);
        db.Note(to == MealThanksStatus.Shown ? "MealThanksShown" : "MealThanksHidden", moderatorId, now, about.Programme, thanksId, about.Title, thanks.Words);
        await db.SaveOrRefuseAsync(cancel);
    }
}

public static class ModeratedThanks
{
    /// <summary>Those about which somebody may decide who belongs, or belonged, to these organisations.</summary>
    public static IQueryable<MealThanks> Moderated(this IQueryable<MealThanks> thanks, IReadOnlyCollection<Guid> own) =>
        thanks.Where(t => !own.Contains(t.Delivery.MealPartner.Partner.OrganisationId) && !own.Contains(t.Delivery.MealPartner.Programme.Campaign.Project.OrganisationId));
}
