using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Letters;
using Solidarity.Domain.Mails;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Updates;

#pragma warning disable CA1304, CA1311, CA1862 // translated to SQL: ASCII addresses, whose small letters are the same everywhere

namespace Solidarity.Domain.People;

/// <summary>
/// Erases an e-mail address and the name and words that came with it. Gifts stay in the books without them; receipts that were given keep whom they
/// were given to for as long as the law on bookkeeping asks (<see cref="Site.ReceiptYears"/>).
/// </summary>
public sealed class EraseAddress(SolidarityDb db, TimeProvider clock)
{
    private const int AtOnce = 200;

    /// <summary>For somebody without an account who has shown that the address is theirs.</summary>
    /// <param name="typed">The address once more, as its owner typed it.</param>
    /// <param name="language">Of the letter that says that it is done.</param>
    /// <exception cref="Refusal">Another address was typed, or this one has an account.</exception>
    public Task RunAsync(string address, string? typed, string language, CancellationToken cancel) => db.InTransactionAsync(async () =>
    {
        var key = EmailAddress.ToKey(address)!;
        if (EmailAddress.ToKey(typed ?? "") != key)
            throw new Refusal(Reason.AddressNotThis, "email");
        var normalized = key.ToUpperInvariant();
        if (await db.People.AnyAsync(p => p.NormalizedEmail == normalized, cancel))
            throw new Refusal(Reason.AddressHasAccount);
        await EverythingOfAsync(key, language, cancel);
    }, cancel);

    /// <summary>In the caller's transaction: everything but the account.</summary>
    /// <param name="key">As <see cref="EmailAddress.ToKey"/> writes it.</param>
    internal async Task EverythingOfAsync(string key, string language, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await ReportsAsync(key, cancel);
        await db.ForgetMealReaderAsync(key, cancel);
        while (await GiftsAsync(key, now, cancel))
            db.ChangeTracker.Clear();
        db.ChangeTracker.Clear();
        await db.ForgetReaderAsync(key, cancel);
        await db.ForgetFollowerAsync(key, cancel);
        await db.ForgetMailsAsync(key, cancel);
        await InvitationsAsync(key, cancel);
        var normalized = key.ToUpperInvariant();
        await db.SignUps.Where(s => s.NormalizedEmail == normalized).ExecuteDeleteAsync(cancel);
        await db.EmailChanges.Where(c => c.NewEmail.ToLower() == key || c.OldEmail.ToLower() == key).ExecuteDeleteAsync(cancel);
        await db.Trail.Where(t => t.Subject!.ToLower() == key).ExecuteUpdateAsync(set => set.SetProperty(t => t.Subject, (string?)null), cancel);
        db.Write(LetterKind.Erased, (key, null), language, now);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Some of the gifts; true while there may be more.</summary>
    private async Task<bool> GiftsAsync(string key, DateTimeOffset now, CancellationToken cancel)
    {
        // With their lines: the pages that show their words are dropped by them.
        var gifts = await db.Donations.Include(d => d.Lines).Where(d => d.EmailKey == key).OrderBy(d => d.StartedAt).Take(AtOnce).ToListAsync(cancel);
        var ids = gifts.ConvertAll(d => d.Id);
        var receipts = await db.Receipts.Where(r => ids.Contains(r.DonationId)).ToDictionaryAsync(r => r.DonationId, cancel);
        foreach (var gift in gifts)
        {
            if (receipts.GetValueOrDefault(gift.Id) is { } receipt)
                (receipt.GiverName, receipt.GiverEmail) = (gift.Name, gift.Email);
        }

        await db.BlankAsync(gifts, now, cancel);
        await db.SaveChangesAsync(cancel);
        return gifts.Count == AtOnce;
    }

    private async Task InvitationsAsync(string key, CancellationToken cancel)
    {
        await db.Invitations.Where(i => i.Email.ToLower() == key && i.AcceptedAt == null).ExecuteDeleteAsync(cancel);
        await db.Invitations.Where(i => i.Email.ToLower() == key)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.Email, ErasedAddress.OfLetters).SetProperty(i => i.Greeting, (string?)null), cancel);
    }

    private Task<int> ReportsAsync(string key, CancellationToken cancel) => db.Reports.Where(r => r.Email != null && r.Email.ToLower() == key)
        .ExecuteUpdateAsync(set => set.SetProperty(r => r.Email, (string?)null), cancel);
}
