using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Jobs.Mail;

namespace Solidarity.Jobs.Receipts;

/// <summary>Tells a giver that money went back.</summary>
public sealed class SendRefundNotice(SolidarityDb db, ReadReceipt read, IMailTransport mail)
{
    public async Task RunAsync(Guid refundId, CancellationToken cancel)
    {
        var refund = await db.Refunds.AsNoTracking().SingleAsync(r => r.Id == refundId, cancel);
        // It failed before the mail went out.
        if (refund.PostedAt is null)
            return;
        var donation = await read.DonationAsync(refund.DonationId, cancel);
        // Whoever asked to be erased is not written to; the gift's own page says it.
        if (donation.ErasedAt is not null)
            return;
        var earlier = await db.Refunds.Where(r => r.DonationId == donation.Id && r.PostedAt != null && r.PostedAt <= refund.PostedAt).SumAsync(r => r.AmountMinor, cancel);
        var number = await db.Receipts.Where(r => r.DonationId == donation.Id).Select(r => r.Number).SingleOrDefaultAsync(cancel);
        var content = new RefundContent(
            refund.Id.ToString("N"), donation.Language, refund.CreatedAt, read.Issuer, donation.Name, donation.Email, refund.AmountMinor, donation.AmountMinor,
            donation.AmountMinor - earlier, donation.CurrencyCode, donation.PaidWith, number, read.GiftPage(donation));
        await mail.SendAsync(RefundMail.Build(content, read.Zone), cancel);
    }
}
