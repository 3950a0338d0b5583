using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Donations;

namespace Solidarity.Domain.Updates;

/// <summary>A giver who asked for the project's updates follows it from the moment the gift is paid. Saved with what the caller saves: the payment.</summary>
public sealed class FollowByGift(SolidarityDb db, TimeProvider clock)
{
    /// <param name="donation">With its lines and their campaigns.</param>
    public async Task RunAsync(Donation donation, CancellationToken cancel)
    {
        if (!donation.WantsUpdates || EmailAddress.ToKey(donation.Email) is not { } address)
            return;
        var now = clock.GetUtcNow();
        await db.ChoicesAsync([address], cancel);
        foreach (var projectId in donation.CampaignLines.Select(l => l.Campaign!.ProjectId).Distinct())
        {
            var follow = await db.Follows.SingleOrDefaultAsync(f => f.ProjectId == projectId && f.Email == address, cancel);
            if (follow is null)
                db.Follows.Add(follow = New(donation, projectId, address, now));
            if (!follow.IsActive)
                (follow.ConfirmedAt, follow.EndedAt, follow.Source, follow.Language) = (now, null, FollowSource.Gift, donation.Language);
        }
    }

    private static Follow New(Donation donation, Guid projectId, string address, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        ProjectId = projectId,
        Email = address,
        Token = UnguessableToken.Create(),
        Language = donation.Language,
        Source = FollowSource.Gift,
        CreatedAt = now,
    };
}
