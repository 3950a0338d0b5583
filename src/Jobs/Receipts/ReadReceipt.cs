using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Receipts;

namespace Solidarity.Jobs.Receipts;

/// <summary>Reads what a receipt or a mail to the giver says from the rows. A receipt says for good what it said when it was issued.</summary>
public sealed class ReadReceipt(SolidarityDb db, Site site, IssuerParty issuer)
{
    private const int AtOnce = 50;

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(site.TimeZone);

    public IssuerParty Issuer => issuer;

    public Uri GiftPage(Donation donation) => site.GiftPage(donation.Token);

    public Uri GivePage(string campaignSlug) => site.Page($"/campaigns/{campaignSlug}/give");

    /// <summary>The donation with all that its mails speak of.</summary>
    public Task<Donation> DonationAsync(Guid id, CancellationToken cancel) => Donations().SingleAsync(d => d.Id == id, cancel);

    /// <summary>The receipt behind the link that its giver has.</summary>
    /// <returns>Null where there is none.</returns>
    public async Task<ReceiptContent?> ByTokenAsync(string token, CancellationToken cancel) =>
        await db.Receipts.Where(r => r.Token == token).Select(r => (Guid?)r.DonationId).SingleOrDefaultAsync(cancel) is { } donationId
            ? await RunAsync(donationId, cancel)
            : null;

    /// <returns>Null while there is no receipt.</returns>
    public async Task<ReceiptContent?> RunAsync(Guid donationId, CancellationToken cancel)
    {
        var receipt = await db.Receipts.AsNoTracking().SingleOrDefaultAsync(r => r.DonationId == donationId, cancel);
        if (receipt is null)
            return null;
        return Content(receipt, await DonationAsync(donationId, cancel));
    }

    /// <summary>Many receipts, in the order given, a few read at a time.</summary>
    public async IAsyncEnumerable<ReceiptContent> ManyAsync(IReadOnlyList<Guid> donationIds, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var some in donationIds.Chunk(AtOnce))
        {
            var receipts = await db.Receipts.AsNoTracking().Where(r => some.Contains(r.DonationId)).ToDictionaryAsync(r => r.DonationId, cancel);
            var donations = await Donations().Where(d => some.Contains(d.Id)).ToDictionaryAsync(d => d.Id, cancel);
            foreach (var id in some.Where(receipts.ContainsKey))
                yield return Content(receipts[id], donations[id]);
        }
    }

    private IQueryable<Donation> Donations() => db.Donations.AsNoTracking().Include(d => d.Lines).ThenInclude(l => l.Campaign).ThenInclude(c => c!.Partner);

    private ReceiptContent Content(Receipt receipt, Donation donation) => new(
        receipt.Number, donation.Language, donation.PaidAt!.Value, receipt.IssuedAt, receipt.Facts?.Issuer ?? issuer,
        // Whom it was given to, even where the donation no longer says it.
        receipt.GiverEmail is null ? donation.Name : receipt.GiverName, receipt.GiverEmail ?? (donation.ErasedAt is null ? donation.Email : ""), Lines(donation, receipt.Facts),
        donation.CurrencyCode, donation.ChargeId!, donation.PaidWith, GiftPage(donation));

    /// <param name="facts">What the receipt kept of titles and names; without it they are read as they stand.</param>
    public static IReadOnlyList<ReceiptLine> Lines(Donation donation, ReceiptFacts? facts = null) => [.. donation.Lines.OrderBy(l => l.Kind).Select(l =>
    {
        var gift = facts?.Gifts.FirstOrDefault(g => g.CampaignId == l.CampaignId);
        return new ReceiptLine(KindOf(l.Kind), gift?.Title ?? l.Campaign?.Title ?? "", gift?.Beneficiary ?? l.Campaign?.Partner.Name, l.AmountMinor);
    })];

    private static ReceiptLineKind KindOf(LineKind kind) => kind switch
    {
        LineKind.Tip => ReceiptLineKind.Tip,
        LineKind.Fees => ReceiptLineKind.Fees,
        _ => ReceiptLineKind.Gift,
    };
}
