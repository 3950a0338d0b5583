using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Pictures;
using Solidarity.Domain.Trail;

namespace Solidarity.Web.Pictures;

/// <summary>Removes a picture that stands nowhere: first its row, then its files.</summary>
public sealed class RemovePicture(SolidarityDb db, PictureFolder pictures, TimeProvider clock)
{
    /// <summary>Where it is gone already, nothing happens.</summary>
    /// <exception cref="Refusal">It is a cover, or a ward's, or one of the organisation's texts shows it: a kept version, a draft or a translation too.</exception>
    public async Task RunAsync(Guid id, Guid organisationId, Guid personId, CancellationToken cancel)
    {
        if (await db.Pictures.SingleOrDefaultAsync(p => p.Id == id && p.OrganisationId == organisationId, cancel) is not { } picture)
            return;
        if (await IsUsedAsync(picture, cancel))
            throw new Refusal(Reason.PictureInUse);
        db.Pictures.Remove(picture);
        db.Note("PictureRemoved", personId, clock.GetUtcNow(), organisationId, id, words: picture.Alt);
        await db.SaveChangesAsync(cancel);
        pictures.Forget(picture.Token);
    }

    private async Task<bool> IsUsedAsync(Picture picture, CancellationToken cancel)
    {
        var token = picture.Token;
        var ours = db.Projects.Where(p => p.OrganisationId == picture.OrganisationId);
        return await db.Projects.AnyAsync(p => p.CoverPictureId == picture.Id, cancel)
            || await db.MealThanks.AnyAsync(t => t.PictureId == picture.Id, cancel)
            || await ours.AnyAsync(p => p.Story.Contains(token), cancel)
            || await db.StoryVersions.AnyAsync(v => ours.Any(p => p.Id == v.ProjectId) && v.Story.Contains(token), cancel)
            || await db.StoryDrafts.AnyAsync(d => ours.Any(p => p.Id == d.ProjectId) && d.Story.Contains(token), cancel)
            || await db.ProjectTranslations.AnyAsync(t => ours.Any(p => p.Id == t.ProjectId) && t.Story.Contains(token), cancel)
            || await db.ProjectQuestions.AnyAsync(q => ours.Any(p => p.Id == q.ProjectId) && q.Answer.Contains(token), cancel)
            || await db.Updates.AnyAsync(u => ours.Any(p => p.Id == u.ProjectId) && u.Body.Contains(token), cancel);
    }
}
