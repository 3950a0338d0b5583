using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Ledger;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Messages;
using Solidarity.Domain.Partners;
using Solidarity.Domain.Receipts;

namespace Solidarity.Benchmarks.Data;

/// <summary>
/// Adds very many gifts to the demo's campaigns, seven of ten to one of them, spread over a year: what really paid gifts leave in every table, and the books balance.
/// The same seed gives the same gifts.
/// </summary>
internal sealed class ManyGifts : IDisposable
{
    /// <summary>The campaign that holds most of them; the demo's owner works there.</summary>
    public const string Most = "six-soirees-a-sainte-ombeline";

    private const int ATransaction = 10_000;
    private const string Euro = "EUR";

    private static readonly IssuerParty Issuer = new("Bench", "1 Street", "1000", "Brussels", "BE", null, "help@mail.example");
    private static readonly long[] Amounts = [500, 1000, 1500, 2000, 2500, 3000, 5000, 10_000];

    private readonly SolidarityDb _db;
    private readonly Seeded _seeded;
    private readonly BulkRows _rows;
    private readonly Books _books;
    private readonly MealRows _meals;
    private readonly Site _site = new() { PublicUrl = new Uri("https://localhost") };
    private readonly Dictionary<int, int> _receipts = [];
    private List<Campaign> _campaigns = [];
    private Campaign _most = null!;
    private Campaign? _programme;
    private int _givers;

    private ManyGifts(SolidarityDb db, int seed)
    {
        (_db, _seeded) = (db, new Seeded(seed));
        _rows = new BulkRows(
            db, typeof(Donation), typeof(DonationMove), typeof(LedgerTransaction), typeof(Posting), typeof(DonationLine), typeof(Dedication), typeof(Transfer), typeof(TransferReversal),
            typeof(Refund), typeof(Receipt), typeof(MealSlot), typeof(MealOrder), typeof(MealVoucher), typeof(VoucherMove), typeof(OutboxMessage), typeof(InboxMessage));
        (_books, _meals) = (new Books(db, _rows, Euro), new MealRows(db, _rows, _seeded));
    }

    /// <param name="db">With the demo in it.</param>
    public static async Task AddAsync(SolidarityDb db, int gifts, int seed)
    {
        using var many = new ManyGifts(db, seed);
        await many.RunAsync(gifts);
    }

    public void Dispose() => _rows.Dispose();

    private async Task RunAsync(int gifts)
    {
        await _db.Database.OpenConnectionAsync();
        await OpenAsync();
        _givers = Math.Max(1, gifts / 3);
        // A whole day, for the same gifts from one run to the next.
        var end = DateTimeOffset.UtcNow.Date;
        for (var done = 0; done < gifts;)
        {
            await using var transaction = await _db.Database.BeginTransactionAsync();
            for (var upTo = Math.Min(gifts, done + ATransaction); done < upTo; done++)
                Gift(new DateTimeOffset(end, TimeSpan.Zero).AddDays(-365 + (364.0 * done / gifts)));
            await _rows.FlushAsync();
            await _books.CloseAsync();
            await _meals.CloseAsync();
            await ReceiptsAsync();
            await transaction.CommitAsync();
        }

        await Numbers.GoOnAsync(_db);
        await _db.Database.CloseConnectionAsync();
    }

    private async Task OpenAsync()
    {
        await Numbers.PrepareAsync(_db);
        _campaigns = await _db.Campaigns.AsNoTracking().Include(c => c.Partner).Where(c => c.CurrencyCode == Euro && c.Status == CampaignStatus.Live).OrderBy(c => c.Slug).ToListAsync();
        _most = _campaigns.Single(c => c.Slug == Most);
        _programme = _campaigns.Find(c => c.Kind == CampaignKind.Meals);
        _campaigns.RemoveAll(c => c.Kind == CampaignKind.Meals);
        if (_programme is not null)
            await _meals.OpenAsync(_programme);
        foreach (var series in await _db.ReceiptSeries.AsNoTracking().ToListAsync())
            _receipts[series.Year] = series.Last;
        string[] codes =
        [
            Accounts.StripeBalance, Accounts.StripeFees, Accounts.Tips, Accounts.Losses,
            .. _campaigns.Append(_programme).OfType<Campaign>().Select(c => Accounts.Campaign(c.Id)), .. _campaigns.Select(c => Accounts.Partner(c.PartnerId)), .. _meals.Partners.Select(Accounts.Partner),
        ];
        await _books.OpenAsync(codes);
    }

    private void Gift(DateTimeOffset at)
    {
        if (_programme is { } programme && _seeded.Chance(2))
        {
            var meals = 1 + _seeded.Below(3);
            Gift(at, programme, meals * _meals.Unit, meals);
        }
        else
        {
            Gift(at, _seeded.Chance(70) ? _most : _seeded.Of(_campaigns), _seeded.Of(Amounts), null);
        }
    }

    private void Gift(DateTimeOffset at, Campaign campaign, long amount, int? meals)
    {
        var tip = _seeded.Chance(40) ? amount / 10 : 0;
        var added = campaign.FeeBearer == FeeBearer.Giver && _seeded.Chance(50) ? FeeOf(amount + tip) : 0;
        var donation = Donation(at, amount + tip + added);
        if (meals is null && _seeded.Chance(2))
        {
            donation.MoveTo(DonationStatus.Expired, at.AddDays(1), donation.SessionId!);
            donation.Moves.ForEach(_rows.Add);
            _rows.Add(donation);
            Lines(donation, campaign, at, amount, added, tip, null);
            return;
        }

        new PaidGift(_rows, _books, _seeded, _site, donation, campaign, at, amount, added, tip).Pay(_meals, meals, donation.Id, Lines);
        Receipt(donation, campaign, at);
    }

    private static long FeeOf(long amount) => 25 + (amount * 15 / 1000);

    private Donation Donation(DateTimeOffset at, long amount)
    {
        var giver = _seeded.Below(_givers);
        var named = _seeded.Chance(85);
        var donation = new Donation
        {
            Id = _seeded.Id(at),
            Token = _seeded.Token(),
            CurrencyCode = Euro,
            AmountMinor = amount,
            Email = $"giver{giver.ToString(CultureInfo.InvariantCulture)}@mail.example",
            Name = named ? _seeded.Of(GiftWords.Names) : null,
            Message = _seeded.Chance(30) ? _seeded.Of(GiftWords.Words) : null,
            HiddenFromPublic = _seeded.Chance(12),
            HiddenFromOwner = _seeded.Chance(4),
            Language = _seeded.Of(GiftWords.Languages),
            StartedAt = at,
        };
        donation.SessionId = _seeded.StripeId("cs");
        donation.Version = _seeded.Id(at);
        return donation;
    }

    private void Lines(Donation donation, Campaign campaign, DateTimeOffset at, long amount, long added, long tip, long? transaction, Func<LineKind, long>? refunded = null)
    {
        foreach (var (kind, part) in new[] { (LineKind.Gift, amount), (LineKind.Fees, added), (LineKind.Tip, tip) })
        {
            if (part > 0)
                _rows.Add(new DonationLine { Id = _seeded.Id(at), DonationId = donation.Id, Kind = kind, CampaignId = kind == LineKind.Tip ? null : campaign.Id, AmountMinor = part, RefundedMinor = refunded?.Invoke(kind) ?? 0, PaidTransactionId = transaction });
        }
    }

    private void Receipt(Donation donation, Campaign campaign, DateTimeOffset at)
    {
        var year = _site.DayOf(at).Year;
        var number = _receipts[year] = _receipts.GetValueOrDefault(year) + 1;
        _rows.Add(new Receipt
        {
            Id = _seeded.Id(at),
            DonationId = donation.Id,
            Number = $"{year:D4}-{number:D6}",
            Token = _seeded.Token(),
            IssuedAt = at,
            MailedAt = at.AddSeconds(5),
            Facts = new ReceiptFacts(Issuer, [new ReceiptGift(campaign.Id, campaign.Title, campaign.Partner.Name)]),
        });
    }

    private async Task ReceiptsAsync()
    {
        foreach (var (year, last) in _receipts)
        {
            if (await _db.ReceiptSeries.Where(s => s.Year == year).ExecuteUpdateAsync(set => set.SetProperty(s => s.Last, last)) == 0)
                _db.Add(new ReceiptSeries { Year = year, Last = last });
        }

        await _db.SaveChangesAsync();
        _db.ChangeTracker.Clear();
    }
}
