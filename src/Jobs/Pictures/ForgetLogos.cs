using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Pictures;

namespace Solidarity.Jobs.Pictures;

/// <summary>
/// The platform's own pictures go once no settings of the last thirty days named them: logos that were replaced, or uploaded and never saved. What
/// organisations upload is theirs to keep.
/// </summary>
public sealed class ForgetLogos(SolidarityDb db, IPictureFiles files, TimeProvider clock) : IJob
{
    /// <summary>Pages that somebody kept, and a form that is still open, show them meanwhile.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public async Task RunAsync(CancellationToken cancel)
    {
        var before = clock.GetUtcNow() - Kept;
        var old = await db.Pictures.Where(p => p.OrganisationId == null && p.CreatedAt < before).ToListAsync(cancel);
        if (old.Count == 0)
            return;
        // Those saved since then, and the one that was in force when the thirty days began.
        var first = await db.SettingsVersions.Where(v => v.At < before).MaxAsync(v => (int?)v.Id, cancel) ?? 0;
        var settings = await db.SettingsVersions.Where(v => v.Id >= first).Select(v => v.Json).ToListAsync(cancel);
        foreach (var picture in old.Where(p => !settings.Exists(json => json.Contains(p.Token, StringComparison.Ordinal) || json.Contains(p.Id.ToString(), StringComparison.OrdinalIgnoreCase))))
        {
            db.Pictures.Remove(picture);
            await db.SaveChangesAsync(cancel);
            files.Forget(picture.Token);
        }
    }
}
