using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Trail;

namespace Solidarity.Domain.Pictures;

/// <summary>Puts one of its organisation's pictures at the head of a project, or takes the one there away. Shown at once.</summary>
public sealed class ChooseCover(SolidarityDb db, TimeProvider clock)
{
    /// <param name="pictureId">Null for no cover.</param>
    /// <exception cref="Refusal">The organisation has no such picture, or no longer; or somebody else changed the project meanwhile.</exception>
    public async Task RunAsync(Guid projectId, Guid? pictureId, Guid personId, CancellationToken cancel)
    {
        var project = await db.Projects.SingleAsync(p => p.Id == projectId, cancel);
        var alt = await db.Pictures.Where(p => p.Id == pictureId && p.OrganisationId == project.OrganisationId).Select(p => p.Alt).SingleOrDefaultAsync(cancel);
        if (pictureId is not null && alt is null)
            throw new Refusal(Reason.NoLongerThere);
        project.CoverPictureId = pictureId;
        // What stood there before there were uploads does not come back.
        (project.Cover, project.CoverAlt) = (null, null);
        db.Note(pictureId is null ? "CoverTakenOff" : "CoverChosen", personId, clock.GetUtcNow(), project.OrganisationId, projectId, project.Title, alt);
        await db.SaveOrRefuseAsync(cancel);
    }
}
