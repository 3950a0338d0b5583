using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Pictures;
using Solidarity.Jobs.Engine;

namespace Solidarity.Jobs.Pictures;

/// <summary>Files of pictures that no row names: the process died between keeping the files and saving the row, or between dropping the row and the files.</summary>
public sealed class ForgetLostPictures(SolidarityDb db, IPictureFiles files, TimeProvider clock) : ICountDone
{
    private const int AtOnce = 500;

    /// <summary>Longer than any upload takes to be saved.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    /// <summary>Pictures whose files went in this run.</summary>
    public int Done { get; private set; }

    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var tokens in files.KeptBefore(clock.GetUtcNow() - Patience).Chunk(AtOnce))
        {
            var known = await db.Pictures.Where(p => tokens.Contains(p.Token)).Select(p => p.Token).ToListAsync(cancel);
            foreach (var lost in tokens.Except(known, StringComparer.Ordinal))
            {
                files.Forget(lost);
                Done++;
            }
        }
    }
}
