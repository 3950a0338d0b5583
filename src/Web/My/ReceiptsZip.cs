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
        using var held = new Held();
        using (var zip = new ZipArchive(held, ZipArchiveMode.Create, leaveOpen: true))
        {
            await foreach (var content in read.ManyAsync(ids, cancel))
            {
                // A PDF is compressed already.
                var entry = zip.CreateEntry(ReceiptPdf.FileName(content), CompressionLevel.NoCompression);
                entry.LastWriteTime = TimeZoneInfo.ConvertTime(content.IssuedAt, read.Zone);
                using (var file = entry.Open())
                    file.Write(ReceiptPdf.Render(content, read.Zone));
                await held.PassOnAsync(to, cancel);
            }
        }

        await held.PassOnAsync(to, cancel);
    }

    /// <summary>The archive writes some of its bytes at once, which the server's own stream refuses: they are held here, one receipt's at a time.</summary>
    private sealed class Held : MemoryStream
    {
        /// <summary>What was passed on cannot be gone back to.</summary>
        public override bool CanSeek => false;

        public async Task PassOnAsync(Stream to, CancellationToken cancel)
        {
            await to.WriteAsync(GetBuffer().AsMemory(0, (int)Length), cancel);
            SetLength(0);
        }
    }
}
