using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Letters;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.People;

namespace Solidarity.Domain.Meals;

/// <summary>A restaurant asks to take part in a programme, again where it was refused before; and takes that back.</summary>
public sealed class ApplyToCook(SolidarityDb db, LimitAttempts limit, Site site, TimeProvider clock)
{
    /// <summary>The programme's team is told.</summary>
    /// <param name="organisationId">The restaurant.</param>
    /// <exception cref="Refusal">With everything that is missing or wrong; the programme takes no applications; or it has one of this restaurant.</exception>
    public async Task RunAsync(Guid campaignId, Guid organisationId, CookWords typed, Guid personId, CancellationToken cancel)
    {
        var asked = new FormWords();
        var terms = CookTerms.Of(typed, asked);
        asked.Refuse();
        var now = clock.GetUtcNow();
        var programme = await db.MealProgrammes.Include(p => p.Campaign).ThenInclude(c => c.Project).SingleOrDefaultAsync(p => p.CampaignId == campaignId, cancel) ?? throw new Refusal(Reason.CampaignUnknown);
        if (!programme.TakesApplications(programme.Campaign, site.DayOf(now)))
            throw new Refusal(Reason.ProgrammeOver);
        // Applying and withdrawing in turn would fill the team's mailboxes.
        await limit.TakeAsync(AttemptKind.Letter, $"{programme.CampaignId:N}:{personId:N}", cancel);
        var cook = await KeepAsync(programme, organisationId, terms, now, cancel);
        db.NoteOfCook("RestaurantApplied", cook, programme, personId, now);
        await db.WriteToTeamAsync(programme.Campaign.Project.OrganisationId, LetterKind.RestaurantApplied, $"/workspace/campaigns/{programme.Campaign.Slug}/restaurants/{cook.Id}", null, now, cancel, cook.Partner.Name, programme.Campaign.Title);
        try
        {
            await db.SaveOrRefuseAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // A colleague sent the same form at this moment.
            db.ChangeTracker.Clear();
            throw new Refusal(Reason.AlreadyApplied);
        }
    }

    /// <summary>While nobody has answered: the application is gone, and can be made again.</summary>
    /// <exception cref="Refusal">It was answered already.</exception>
    public async Task WithdrawAsync(Guid campaignId, Guid organisationId, Guid personId, CancellationToken cancel)
    {
        var cook = await db.CookOfAsync(campaignId, organisationId, cancel);
        if (cook.Status != MealPartnerStatus.Applied)
            throw new Refusal(Reason.MoveNotAllowed);
        db.Remove(cook);
        db.NoteOfCook("RestaurantWithdrew", cook, cook.Programme, personId, clock.GetUtcNow());
        await db.SaveOrRefuseAsync(cancel);
    }

    private async Task<MealPartner> KeepAsync(MealProgramme programme, Guid organisationId, CookTerms terms, DateTimeOffset now, CancellationToken cancel)
    {
        var partner = await db.Partners.Where(p => p.OrganisationId == organisationId).OrderBy(p => p.Id).FirstAsync(cancel);
        if (await db.MealPartners.SingleOrDefaultAsync(p => p.CampaignId == programme.CampaignId && p.PartnerId == partner.Id, cancel) is { } before)
        {
            if (before.Status != MealPartnerStatus.Refused)
                throw new Refusal(Reason.AlreadyApplied);
            before.MoveTo(MealPartnerStatus.Applied);
            (before.Reasons, before.AppliedAt) = (null, now);
            terms.WriteTo(before);
            return before;
        }

        var cook = new MealPartner
        {
            Id = Guid.CreateVersion7(now),
            CampaignId = programme.CampaignId,
            PartnerId = partner.Id,
            Partner = partner,
            Words = terms.Words,
            Language = terms.Language,
            Allergens = terms.Allergens,
            City = terms.City,
            Per = terms.Per,
            Capacity = terms.Capacity,
            Days = terms.Days,
            AppliedAt = now,
        };
        db.Add(cook);
        return cook;
    }
}
