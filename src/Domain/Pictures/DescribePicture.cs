using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Trail;

namespace Solidarity.Domain.Pictures;

/// <summary>Says anew what a picture shows. Texts that show it hold words of their own.</summary>
public sealed class DescribePicture(SolidarityDb db, TimeProvider clock)
{
    /// <exception cref="Refusal">No words, too many, or the organisation has no such picture.</exception>
    public async Task RunAsync(Guid id, Guid organisationId, string? alt, Guid personId, CancellationToken cancel)
    {
        var words = CleanText.Needed(CleanText.OneLine(alt), "alt", Picture.LongestAlt);
        var picture = await db.Pictures.SingleOrDefaultAsync(p => p.Id == id && p.OrganisationId == organisationId, cancel) ?? throw new Refusal(Reason.NoLongerThere);
        if (picture.Alt == words)
            return;
        picture.Alt = words;
        db.Note("PictureDescribed", personId, clock.GetUtcNow(), organisationId, id, words: words);
        // Pages that show it as their cover are kept whole, and dropped by their project.
        await foreach (var project in db.Projects.Where(p => p.CoverPictureId == id).AsAsyncEnumerable().WithCancellation(cancel))
            project.Version = Guid.CreateVersion7(clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
    }
}
