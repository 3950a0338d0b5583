using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Letters;
using Solidarity.Domain.Receipts;
using Solidarity.Web.Pages;

namespace Solidarity.Web.My;

/// <summary>Reads what was given from an address that its owner has confirmed. Each part is one query, and each finds its rows by the index on the address.</summary>
public sealed class GiftsOfAddress(SolidarityDb db)
{
    public const int PerPage = 25;

    /// <summary>In these the money has come; a gift that was lost to a bank's dispute is with its giver again.</summary>
    private static readonly DonationStatus[] Paid = [DonationStatus.Paid, DonationStatus.PartlyRefunded, DonationStatus.Refunded, DonationStatus.Disputed];

    /// <summary>The address of who is signed in; null until they have confirmed it, for then nothing given from it is theirs to see.</summary>
    public async Task<string?> ConfirmedAsync(Guid personId, CancellationToken cancel) =>
        await db.People.Where(p => p.Id == personId && p.EmailConfirmed && p.ErasedAt == null).Select(p => p.Email).SingleOrDefaultAsync(cancel) is { } email
            ? EmailAddress.ToKey(email)
            : null;

    /// <param name="key">As <see cref="EmailAddress.ToKey"/> writes it; null for an address not confirmed.</param>
    /// <param name="before">Only gifts older than this one; null for the newest.</param>
    public async Task<GiftList> PageAsync(string path, string? key, Guid? before, CancellationToken cancel)
    {
        if (key is null)
            return new GiftList(path, [], [], [], null, true);
        var rows = await Rows(Older(Of(key), before)).ToListAsync(cancel);
        var sums = await Of(key).Where(d => Paid.Contains(d.Status)).GroupBy(d => d.CurrencyCode)
            .Select(g => new { g.Key, Minor = g.Sum(d => d.AmountMinor - d.RefundedMinor) }).OrderBy(s => s.Key).ToListAsync(cancel);
        var years = await Receipts(key).Select(r => r.Number.Substring(0, 4)).Distinct().ToListAsync(cancel);
        var more = rows.Cut(PerPage);
        return new GiftList(path, rows, sums.ConvertAll(s => new Money(s.Minor, Currency.Of(s.Key))), [.. years.OrderDescending(StringComparer.Ordinal)], more ? rows[^1].Id : null, before is null);
    }

    /// <summary>False once the address is erased: then not even the letter with its link is known any more.</summary>
    public async Task<bool> KnowsAsync(string key, CancellationToken cancel)
    {
        var normalized = key.ToUpperInvariant();
        return await Of(key).AnyAsync(cancel) || await db.Letters.AnyAsync(l => l.To == key && l.Kind == LetterKind.MyGifts, cancel)
            || await db.People.AnyAsync(p => p.NormalizedEmail == normalized, cancel);
    }

    public IQueryable<Donation> Of(string key) => db.Donations.AsNoTracking().Where(d => d.EmailKey == key);

    public IQueryable<Receipt> Receipts(string key) => Of(key).Join(db.Receipts.AsNoTracking(), d => d.Id, r => r.DonationId, (d, r) => r);

    /// <summary>The page's query, with one row more to see whether there is another page.</summary>
    public IQueryable<GiftRow> Rows(IQueryable<Donation> gifts) => gifts.OrderByDescending(d => d.StartedAt).ThenByDescending(d => d.Token).Take(PerPage + 1)
        .GroupJoin(db.Receipts, d => d.Id, r => r.DonationId, (d, receipts) => new { d, receipts }).SelectMany(x => x.receipts.DefaultIfEmpty(), (x, r) => new { x.d, r })
        .OrderByDescending(x => x.d.StartedAt).ThenByDescending(x => x.d.Token)
        .Select(x => new GiftRow(
            x.d.Id, x.d.Token, x.d.StartedAt, x.d.Status, x.d.CurrencyCode, x.d.AmountMinor, x.d.RefundedMinor,
            x.d.Lines.Where(l => l.Kind == LineKind.Gift).Select(l => l.Campaign!.Slug).FirstOrDefault(),
            x.d.Lines.Where(l => l.Kind == LineKind.Gift).Select(l => l.Campaign!.Title).FirstOrDefault(),
            x.d.Lines.Where(l => l.Kind == LineKind.Gift).Select(l => l.Campaign!.Project.Language).FirstOrDefault(),
            x.r!.Number, x.r.Token));

    /// <summary>By the time and, within one, by the token: an order that both databases agree on.</summary>
    private IQueryable<Donation> Older(IQueryable<Donation> gifts, Guid? before) => before is null ? gifts
        : from gift in gifts
          from last in db.Donations.Where(d => d.Id == before)
#pragma warning disable CA1309 // translated to SQL, where the column's own order counts
          where gift.StartedAt < last.StartedAt || (gift.StartedAt == last.StartedAt && string.Compare(gift.Token, last.Token) < 0)
#pragma warning restore CA1309
          select gift;
}
