using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Ledger;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Messages;
using Solidarity.Domain.Updates;
using Solidarity.Faults.Running;

namespace Solidarity.Faults.Storms;

/// <summary>What people were told, what Stripe has booked and what the site keeps, held against each other.</summary>
internal sealed class Comparison(Fleet fleet, Remembered remembered)
{
    private static readonly DonationStatus[] Unpaid = [DonationStatus.Started, DonationStatus.Processing, DonationStatus.Failed, DonationStatus.Expired];

    private readonly List<string> _differences = [];

    /// <returns>One sentence a difference.</returns>
    public async Task<IReadOnlyList<string>> RunAsync()
    {
        _differences.AddRange(remembered.Surprises);
        var books = await fleet.Sandbox.BooksAsync();
        await using (var db = fleet.Any.Database())
        {
            await BooksAsync(db, books);
            await GiftsAsync(db, books);
            await ReceiptsAsync(db);
            await TransfersAsync(db, books);
            await MealsAsync(db);
            await MessagesAsync(db);
            await UpdatesAsync(db);
        }

        var (exit, said) = await fleet.Any.CommandAsync("verify-ledger");
        Same(exit == 0, $"verify-ledger: {said}");
        return _differences;
    }

    private async Task BooksAsync(SolidarityDb db, Books books)
    {
        var postings = await db.Postings.Where(p => p.Account.Code == Accounts.StripeBalance).Select(p => new { p.StripeId, p.AmountMinor }).ToListAsync();
        var ours = postings.GroupBy(p => p.StripeId ?? "").ToDictionary(g => g.Key, g => g.Sum(p => p.AmountMinor));
        foreach (var booked in books.Transactions)
        {
            var posted = ours.GetValueOrDefault(booked.Id) + (booked.Source is { } source && source != booked.Id ? ours.GetValueOrDefault(source) : 0);
            Same(posted == booked.Net, $"Stripe booked {booked.Id} ({booked.Type}) of {booked.Net}, we {posted}.");
        }

        var theirs = books.Transactions.SelectMany(t => new[] { t.Id, t.Source ?? t.Id }).ToHashSet();
        foreach (var id in ours.Keys.Where(id => !theirs.Contains(id)))
            Same(false, $"We posted {ours[id]} for {id}, which Stripe has not booked.");
        var kept = await db.LedgerAccounts.Where(a => a.Code == Accounts.StripeBalance).Select(a => a.BalanceMinor).SingleAsync();
        Same(kept == books.Balances["eur"], $"Our Stripe balance is {kept}, Stripe's is {books.Balances["eur"]}.");
        foreach (var account in await db.LedgerAccounts.Where(a => a.BalanceMinor != 0 && (a.Code.StartsWith("partner:") || a.Code == Accounts.DisputesHeld)).ToListAsync())
            Same(false, $"{account.BalanceMinor} is left on {account.Code}.");
    }

    private async Task GiftsAsync(SolidarityDb db, Books books)
    {
        var donations = (await db.Donations.AsNoTracking().ToListAsync()).ToLookup(d => d.Email);
        foreach (var (email, gift) in remembered.Begun)
        {
            var paid = donations[email].Where(d => !Unpaid.Contains(d.Status)).ToList();
            Same(donations[email].Any(), $"{email} was sent to a payment page, and no gift is there.");
            Same(paid.Count <= 1, $"{email} meant one gift, and {paid.Count} are paid.");
            Same(gift.IsPaid || paid.Count == 0, $"{email} did not pay ({gift.How}), and a gift is {paid.FirstOrDefault()?.Status}.");
            Same(paid.Count == 1 || !remembered.Paid.ContainsKey(email), $"{email} was thanked, and {paid.Count} gifts are paid.");
        }

        var charged = books.Payments.Select(p => p.Donation!.Value).ToList();
        var here = donations.SelectMany(d => d).Where(d => !Unpaid.Contains(d.Status)).Select(d => d.Id).ToHashSet();
        foreach (var twice in charged.GroupBy(id => id).Where(g => g.Count() > 1))
            Same(false, $"Gift {twice.Key} was charged {twice.Count()} times.");
        foreach (var id in charged.Where(id => !here.Contains(id)))
            Same(false, $"Gift {id} is paid at Stripe and not here.");
        foreach (var id in here.Except(charged))
            Same(false, $"Gift {id} is paid here and not at Stripe.");
    }

    private async Task ReceiptsAsync(SolidarityDb db)
    {
        var receipts = await db.Receipts.Select(r => new { r.Number, r.DonationId, r.MailedAt }).ToListAsync();
        var paid = await db.Donations.Where(d => !Unpaid.Contains(d.Status)).Select(d => d.Id).ToListAsync();
        Same(receipts.Select(r => r.DonationId).Order().SequenceEqual(paid.Order()), $"{paid.Count} gifts are paid, and there are {receipts.Count} receipts.");
        foreach (var receipt in receipts.Where(r => r.MailedAt is null))
            Same(false, $"Receipt {receipt.Number} was not mailed.");
        foreach (var year in receipts.GroupBy(r => r.Number[..4]))
            Same(year.Select(r => r.Number).Order(StringComparer.Ordinal).SequenceEqual(Enumerable.Range(1, year.Count()).Select(n => $"{year.Key}-{n:D6}")), $"The receipts of {year.Key} have gaps.");
    }

    private async Task TransfersAsync(SolidarityDb db, Books books)
    {
        var ours = await db.Transfers.Where(t => t.StripeTransferId != null).Select(t => t.StripeTransferId!).ToListAsync();
        var theirs = books.Transfers.Select(t => t.Source!).ToList();
        foreach (var id in theirs.Except(ours))
            Same(false, $"Stripe made transfer {id}, of which we know nothing.");
        foreach (var id in ours.Except(theirs))
            Same(false, $"We keep transfer {id}, which Stripe has not made.");
        foreach (var open in await db.Transfers.Where(t => t.StripeTransferId == null && !t.CalledOff).Select(t => t.Id).ToListAsync())
            Same(false, $"Transfer {open} was neither made nor called off.");
    }

    private async Task MealsAsync(SolidarityDb db)
    {
        var vouchers = await db.MealVouchers.AsNoTracking().Include(v => v.Moves).Include(v => v.Donation).ToListAsync();
        foreach (var voucher in vouchers)
        {
            var moves = voucher.Moves.OrderBy(m => m.Id).ToList();
            Same(voucher.Status == (moves.Count > 0 ? moves[^1].To : VoucherStatus.Funded), $"Voucher {voucher.Id} is {voucher.Status}, and its last move says otherwise.");
            Same(moves.Zip(moves.Skip(1)).All(m => m.First.To == m.Second.From), $"The moves of voucher {voucher.Id} do not follow each other.");
        }

        var byGiver = vouchers.ToLookup(v => v.Donation.Email);
        foreach (var email in remembered.Paid.Keys.Where(remembered.Meals.ContainsKey))
            Same(byGiver[email].Count() == remembered.Meals[email], $"{email} paid {remembered.Meals[email]} meals, and there are {byGiver[email].Count()}.");
        var byId = vouchers.ToDictionary(v => v.Id);
        foreach (var id in remembered.Served)
            Same(byId.GetValueOrDefault(id) is { Status: VoucherStatus.Redeemed } eaten && eaten.Moves.Count(m => m.To == VoucherStatus.Redeemed) == 1, $"Voucher {id} was served, and is {byId.GetValueOrDefault(id)?.Status}.");
        var deliveries = await db.MealDeliveries.AsNoTracking().ToDictionaryAsync(d => d.Id);
        foreach (var id in remembered.Planned)
            Same(deliveries.ContainsKey(id), $"Delivery {id} was planned, and is not there.");
        foreach (var id in remembered.Brought)
            Same(deliveries.GetValueOrDefault(id)?.DeliveredAt is not null, $"Delivery {id} was brought, and is {deliveries.GetValueOrDefault(id)?.Status}.");
        foreach (var (id, arrived) in remembered.Arrived)
            Same(deliveries.GetValueOrDefault(id)?.Arrived == arrived, $"Of delivery {id} the ward got {arrived}, and {deliveries.GetValueOrDefault(id)?.Arrived} are kept.");
    }

    private async Task MessagesAsync(SolidarityDb db)
    {
        foreach (var message in await db.Inbox.AsNoTracking().Where(m => m.State != MessageState.Done || m.Lease != null).ToListAsync())
            Same(false, $"Inbox: {message.Kind} {message.State}: {message.LastError}");
        foreach (var message in await db.Outbox.AsNoTracking().Where(m => m.State != MessageState.Done || m.Lease != null).ToListAsync())
            Same(false, $"Outbox: {message.Kind} {message.State}: {message.LastError}");
        foreach (var open in await db.Differences.Where(d => d.SettledAt == null).Select(d => d.What).ToListAsync())
            Same(false, open);
    }

    private async Task UpdatesAsync(SolidarityDb db)
    {
        foreach (var title in remembered.Published)
            Same(await db.Updates.CountAsync(u => u.Title == title && u.Status == UpdateStatus.Published) == 1, $"'{title}' was published, and is not there once.");
    }

    private void Same(bool isSame, string otherwise)
    {
        if (!isSame)
            _differences.Add(otherwise);
    }
}
