using Solidarity.Jobs.Mail;

namespace Solidarity.Jobs.Receipts;

/// <summary>Tells a giver who has long left the page that the bank refused the payment.</summary>
public sealed class SendPaymentFailed(ReadReceipt read, IMailTransport mail, TimeProvider clock)
{
    public async Task RunAsync(Guid donationId, CancellationToken cancel)
    {
        var donation = await read.DonationAsync(donationId, cancel);
        if (donation.ErasedAt is not null)
            return;
        var campaign = donation.CampaignLines.First().Campaign!;
        var content = new PaymentFailedContent(
            donation.Id.ToString("N"), donation.Language, donation.StartedAt, read.Issuer, donation.Name, donation.Email, ReadReceipt.Lines(donation),
            donation.CurrencyCode, donation.PaidWith,
            campaign.IsOpen(clock.GetUtcNow()) ? read.GivePage(campaign.Slug) : null, read.GiftPage(donation));
        await mail.SendAsync(PaymentFailedMail.Build(content, read.Zone), cancel);
    }
}
