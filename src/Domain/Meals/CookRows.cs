using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Trail;

namespace Solidarity.Domain.Meals;

internal static class CookRows
{
    /// <summary>A restaurant's own place in a programme, with both sides of it.</summary>
    /// <exception cref="Refusal">It has none.</exception>
    public static async Task<MealPartner> CookOfAsync(this SolidarityDb db, Guid campaignId, Guid organisationId, CancellationToken cancel) =>
        await db.WholeCooks().SingleOrDefaultAsync(p => p.CampaignId == campaignId && p.Partner.OrganisationId == organisationId, cancel) ?? throw new Refusal(Reason.NoLongerThere);

    public static IQueryable<MealPartner> WholeCooks(this SolidarityDb db) =>
        db.MealPartners.Include(p => p.Partner).ThenInclude(p => p.Organisation).Include(p => p.Programme).ThenInclude(p => p.Campaign).ThenInclude(c => c.Project);

    /// <summary>In the trails of both, the restaurant's and the programme's.</summary>
    /// <param name="programme">With its campaign and project.</param>
    public static void NoteOfCook(this SolidarityDb db, string act, MealPartner cook, MealProgramme programme, Guid personId, DateTimeOffset now, string? words = null)
    {
        var (restaurant, owner, subject) = (cook.Partner.OrganisationId, programme.Campaign.Project.OrganisationId, $"{cook.Partner.Name} · {programme.Campaign.Title}");
        db.Note(act, personId, now, restaurant, cook.Id, subject, words);
        if (owner != restaurant)
            db.Note(act, personId, now, owner, cook.Id, subject, words);
    }
}
