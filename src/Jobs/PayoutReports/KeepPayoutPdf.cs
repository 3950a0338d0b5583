using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.PayoutReports;

namespace Solidarity.Jobs.PayoutReports;

/// <summary>The document of a report: drawn once, kept, and the same for everybody who asks from then on.</summary>
public sealed class KeepPayoutPdf(SolidarityDb db, ReadPayoutReport read)
{
    /// <returns>The file, made now where it was not yet.</returns>
    public async Task<byte[]> RunAsync(PayoutReport report, CancellationToken cancel)
    {
        if (await FindAsync(report.Id, cancel) is { } kept)
            return kept;
        var pdf = PayoutReportPdf.Render(await read.RunAsync(report, cancel));
        var file = new PayoutReportFile { ReportId = report.Id, Pdf = pdf, Hash = Convert.ToHexStringLower(SHA256.HashData(pdf)) };
        db.PayoutReportFiles.Add(file);
        try
        {
            await db.SaveChangesAsync(cancel);
            return pdf;
        }
        catch (DbUpdateException)
        {
            // Somebody else drew it at the same moment: theirs is the document.
            db.Entry(file).State = EntityState.Detached;
            return await FindAsync(report.Id, cancel) ?? throw new InvalidOperationException($"The document of payout report {report.Id} could not be kept.");
        }
    }

    private Task<byte[]?> FindAsync(Guid id, CancellationToken cancel) => db.PayoutReportFiles.Where(f => f.ReportId == id).Select(f => (byte[]?)f.Pdf).SingleOrDefaultAsync(cancel);
}
