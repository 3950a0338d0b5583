using Microsoft.EntityFrameworkCore;

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

    /// <summary>When the mail with it left; null before.</summary>
    public DateTimeOffset? MailedAt { get; set; }
}

/// <summary>The last number given in a year.</summary>
public class ReceiptSeries
{
    public required int Year { get; init; }

    public int Last { get; set; }
}

/// <summary>Issues the receipt of a donation that was paid, in the database transaction that posts the payment.</summary>
public sealed class IssueReceipt(SolidarityDb db, Site site, TimeProvider clock)
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
        };
        db.Receipts.Add(receipt);
        return receipt;
    }

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
