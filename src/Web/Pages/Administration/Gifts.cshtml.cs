using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Donations;
using Solidarity.Domain.People;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Administration;

/// <summary>Gifts by what somebody who asks about one has at hand: address, receipt number, Stripe's id, the secret of the gift's page. The latest, while nothing is asked for.</summary>
[Asks(Right.Administer)]
public sealed class GiftsModel(SolidarityDb db) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>Only those begun before that moment.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    public List<GiftRow> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var found = Q?.Trim() is { Length: > 0 } asked ? await MatchingAsync(asked, cancel) : db.Donations;
        if (DateTimeOffset.TryParse(Before, CultureInfo.InvariantCulture, out var before))
            found = found.Where(d => d.StartedAt < before);
        Rows = await found.OrderByDescending(d => d.StartedAt).Take(Paging.PerPage + 1)
            .Select(d => new GiftRow(d.Id, d.StartedAt, d.Status, d.AmountMinor, d.CurrencyCode, d.Email, d.Lines.Where(l => l.Kind == LineKind.Gift).Select(l => l.Campaign!.Title).FirstOrDefault())).ToListAsync(cancel);
        Next = Rows.Cut() ? Request.Beyond(Rows[^1].StartedAt.ToString("O", CultureInfo.InvariantCulture)) : null;
    }

    /// <summary>Each by an index of its own.</summary>
    private async Task<IQueryable<Donation>> MatchingAsync(string asked, CancellationToken cancel)
    {
        if (asked.Contains('@', StringComparison.Ordinal))
        {
            var key = EmailAddress.ToKey(asked) ?? asked;
            return db.Donations.Where(d => d.EmailKey == key);
        }

        if (Guid.TryParse(asked, out var id))
            return db.Donations.Where(d => d.Id == id);
        // The page's address as a whole is as good as its secret.
        var secret = asked.Split('/')[^1];
        var named = await db.Receipts.Where(r => r.Number == asked).Select(r => r.DonationId)
            .Concat(db.Refunds.Where(r => r.StripeRefundId == asked).Select(r => r.DonationId))
            .Concat(db.Transfers.Where(t => t.StripeTransferId == asked).Select(t => t.DonationId)).ToListAsync(cancel);
        return db.Donations.Where(d => d.ChargeId == asked || d.SessionId == asked || d.Token == secret || named.Contains(d.Id));
    }

    public sealed record GiftRow(Guid Id, DateTimeOffset StartedAt, DonationStatus Status, long AmountMinor, string CurrencyCode, string Email, string? Campaign)
    {
        public Money Amount => new(AmountMinor, Currency.Of(CurrencyCode));
    }
}
