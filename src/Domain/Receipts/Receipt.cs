using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Donations;

namespace Solidarity.Domain.Receipts;

/// <summary>Proof that a donation was paid. Numbered without gaps within a year; one a donation.</summary>
public class Receipt
{
    public required Guid Id { get; init; }

    public required Guid DonationId { get; init; }

    /// <summary>Year and running number: 2026-000042.</summary>
    public required string Number { get; init; }

    /// <summary>The secret of /receipts/{token}.pdf.</summary>
    public required string Token { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>What it says besides the donation's own row. Null for receipts of before this was kept: they are read from the rows as they stand.</summary>
    public ReceiptFacts? Facts { get; init; }

    /// <summary>
    /// Whom it was given to, once the donation's own row no longer says it: a receipt is a document of the books, which keep it for <see cref="Site.ReceiptYears"/>.
    /// Null while the row says it, and again when those years are over.
    /// </summary>
    public string? GiverName { get; set; }

    /// <summary>As <see cref="GiverName"/>.</summary>
    public string? GiverEmail { get; set; }

    /// <summary>When the mail with it left; null before.</summary>
    public DateTimeOffset? MailedAt { get; set; }
}

/// <summary>Who issued a receipt and whom the money was for, as it stood on that day: a campaign renamed later, or an issuer that moved, leaves it as it was.</summary>
public sealed record ReceiptFacts(IssuerParty Issuer, IReadOnlyList<ReceiptGift> Gifts);

/// <param name="Title">The campaign's.</param>
/// <param name="Beneficiary">The organisation that the gift goes to.</param>
public sealed record ReceiptGift(Guid CampaignId, string Title, string Beneficiary);

/// <summary>The organisation that runs the platform. <paramref name="Registration"/> is its number in the register of companies, if any.</summary>
public sealed record IssuerParty(string Name, string Street, string PostalCode, string City, string Country, string? Registration, string Email);

/// <summary>The last number given in a year.</summary>
public class ReceiptSeries
{
    public required int Year { get; init; }

    public int Last { get; set; }
}

/// <summary>Issues the receipt of a donation that was paid, in the database transaction that posts the payment.</summary>
public sealed class IssueReceipt(SolidarityDb db, Site site, IssuerParty issuer, TimeProvider clock)
{
    /// <exception cref="InvalidOperationException">No database transaction is open, so the number could be lost: a bug.</exception>
    public async Task<Receipt> RunAsync(Guid donationId, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("Receipts are issued inside the database transaction that posts the payment, or a number may be lost.");
        var now = clock.GetUtcNow();
        // The year that the receipt's date shows: on 31 December, UTC is behind.
        var year = site.DayOf(now).Year;
        var receipt = new Receipt
        {
            Id = Guid.CreateVersion7(now),
            DonationId = donationId,
            Number = $"{year:D4}-{await NextAsync(year, cancel):D6}",
            Token = UnguessableToken.Create(),
            IssuedAt = now,
            Facts = new ReceiptFacts(issuer, await GiftsAsync(donationId, cancel)),
        };
        db.Receipts.Add(receipt);
        return receipt;
    }

    private async Task<IReadOnlyList<ReceiptGift>> GiftsAsync(Guid donationId, CancellationToken cancel) => await db.DonationLines
        .Where(l => l.DonationId == donationId && l.Kind == LineKind.Gift)
        .Select(l => new ReceiptGift(l.Campaign!.Id, l.Campaign.Title, l.Campaign.Partner.Name))
        .ToListAsync(cancel);

    /// <summary>The update locks the row until the transaction ends: a number is given once, and one that is rolled back is given again.</summary>
    private async Task<int> NextAsync(int year, CancellationToken cancel)
    {
        var changed = await db.ReceiptSeries.Where(s => s.Year == year).ExecuteUpdateAsync(set => set.SetProperty(s => s.Last, s => s.Last + 1), cancel);
        if (changed == 0)
        {
            db.ReceiptSeries.Add(new ReceiptSeries { Year = year, Last = 1 });
            await db.SaveChangesAsync(cancel);
            return 1;
        }

        return await db.ReceiptSeries.Where(s => s.Year == year).Select(s => s.Last).SingleAsync(cancel);
    }
}
