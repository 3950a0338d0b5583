using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Jobs.Mail;

namespace Solidarity.Jobs.Receipts;

/// <summary>Sends the thank-you with the receipt attached, once the money is there.</summary>
public sealed class SendReceipt(SolidarityDb db, ReadReceipt read, IMailTransport mail, TimeProvider clock)
{
    public async Task RunAsync(Guid donationId, CancellationToken cancel)
    {
        var receipt = await db.Receipts.AsNoTracking().SingleAsync(r => r.DonationId == donationId, cancel);
        if (receipt.MailedAt is not null)
            return;
        // Whoever asked to be erased before it left is not written to.
        if (await db.Donations.AnyAsync(d => d.Id == donationId && d.ErasedAt != null, cancel))
            return;
        var content = await read.RunAsync(donationId, cancel) ?? throw new InvalidOperationException($"Donation {donationId} has no receipt.");
        await mail.SendAsync(ReceiptMail.Build(content, ReceiptPdf.Render(content, read.Zone), read.Zone), cancel);
        DateTimeOffset? now = clock.GetUtcNow();
        await db.Receipts.Where(r => r.Id == receipt.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.MailedAt, now), cancel);
    }
}
