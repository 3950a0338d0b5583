using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Solidarity.Jobs.Receipts;

namespace Solidarity.Web.My;

/// <summary>All receipts of an address, or a year's, as one archive. Written receipt by receipt: a thousand need no more memory than one.</summary>
public sealed class ReceiptsZip(GiftsOfAddress gifts, ReadReceipt read)
{
    /// <param name="year">Four digits; null for all.</param>
    public async Task WriteAsync(string key, string? year, Stream to, CancellationToken cancel)
    {
        var receipts = gifts.Receipts(key).Where(r => year == null || r.Number.Substring(0, 4) == year);
        var ids = await receipts.OrderBy(r => r.Number).Select(r => r.DonationId).ToListAsync(cancel);
        await using var zip = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancel);
        await foreach (var content in read.ManyAsync(ids, cancel))
        {
            // A PDF is compressed already.
            var entry = zip.CreateEntry($"receipt-{content.Number}.pdf", CompressionLevel.NoCompression);
            entry.LastWriteTime = TimeZoneInfo.ConvertTime(content.IssuedAt, read.Zone);
            await using var file = await entry.OpenAsync(cancel);
            await file.WriteAsync(ReceiptPdf.Render(content, read.Zone), cancel);
        }
    }
}
