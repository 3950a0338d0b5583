using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Messages;

namespace Solidarity.Domain.Updates;

/// <summary>A project thanks a giver, or all whom it has not thanked yet; mails go to those who want them. No gift is thanked for twice.</summary>
public sealed class ThankGivers(SolidarityDb db, TimeProvider clock)
{
    /// <param name="lineId">The gift; null for all that were not thanked for.</param>
    /// <exception cref="Refusal">No words; or nobody is left to thank.</exception>
    public async Task RunAsync(Guid projectId, Guid personId, Guid? lineId, string? words, CancellationToken cancel)
    {
        var clean = CleanText.Needed(words, "words", Thanks.LongestWords);
        var now = clock.GetUtcNow();
        var thanks = new Thanks { Id = Guid.CreateVersion7(now), ProjectId = projectId, ById = personId, At = now, Words = clean, DonationLineId = lineId };
        if (!await db.ThankedBy(thanks).AnyAsync(cancel))
            throw new Refusal(Reason.NobodyToThank);
        db.Thanks.Add(thanks);
        db.Send(OutboxKinds.Thanks, thanks.Id, now);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException) when (lineId is not null)
        {
            // A colleague thanked for the same gift at the same moment.
            db.ChangeTracker.Clear();
            throw new Refusal(Reason.NobodyToThank);
        }
    }
}

public static class ThankedGifts
{
    /// <summary>Gifts to that project for which nobody has been thanked.</summary>
    public static IQueryable<DonationLine> NotThanked(this SolidarityDb db, Guid projectId) => db.GiftsTo(projectId)
        .Where(l => !db.Thanks.Any(t => t.DonationLineId == l.Id || (t.ProjectId == projectId && t.DonationLineId == null && t.At >= l.Donation.PaidAt)));

    /// <summary>The gifts that this thanks is for: its own, or all until then that no other was for.</summary>
    public static IQueryable<DonationLine> ThankedBy(this SolidarityDb db, Thanks thanks) => db.GiftsTo(thanks.ProjectId)
        .Where(l => (thanks.DonationLineId == null || l.Id == thanks.DonationLineId) && l.Donation.PaidAt <= thanks.At
            && !db.Thanks.Any(t => t.Id != thanks.Id && t.At <= thanks.At
                && (t.DonationLineId == l.Id || (t.ProjectId == thanks.ProjectId && t.DonationLineId == null && t.At >= l.Donation.PaidAt))));
}
