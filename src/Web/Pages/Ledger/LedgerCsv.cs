using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Ledger;
using Solidarity.Web.Pages.Campaigns;
using Solidarity.Web.People;
using Solidarity.Web.Safety;
using Solidarity.Web.Setup;

namespace Solidarity.Web.Pages.Ledger;

/// <summary>
/// Every posting of a campaign's transactions, the oldest first, as a table for spreadsheets and programs (RFC 4180, UTF-8). The heads are
/// English in every language, so that a program written once reads them all. What comes into an account is positive, what leaves it
/// negative: each transaction adds up to zero. Written some transactions at a time: a million gifts need no more memory than a thousand, and nobody
/// who reads slowly keeps a connection to the database.
/// </summary>
public static class LedgerCsv
{
    private const string Heads = "transaction,time,reason,reference,gift,account,name,amount,currency,stripe_id";
    private const int TransactionsAtOnce = 500;

    public static void MapLedgerCsv(this IEndpointRouteBuilder app) => app.MapGet("/campaigns/{slug}/ledger.csv", GetAsync).WithRequestTimeout(ServerSetup.Files)
        .RequireRateLimiting(SafetySetup.Reading).ExcludeFromDescription().ForEveryone();

    private static async Task<IResult> GetAsync(string slug, SolidarityDb db, HttpContext context, CancellationToken cancel)
    {
        var campaign = await db.Campaigns.Shown().AsNoTracking().SingleOrDefaultAsync(c => c.Slug == slug, cancel);
        if (campaign is null)
            return Results.NotFound();
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"ledger-{campaign.Slug}.csv\"";
        context.Response.ContentType = "text/csv; charset=utf-8; header=present";
        context.Response.Headers.ContentLanguage = default;
        await WriteAsync(db, campaign, TransactionsAtOnce, context.Response.Body, cancel);
        return Results.Empty;
    }

    /// <param name="atOnce">So many transactions are held in memory.</param>
    public static async Task WriteAsync(SolidarityDb db, Campaign campaign, int atOnce, Stream to, CancellationToken cancel)
    {
        var names = await PartnerNames.ReadAsync(db, campaign.Id, cancel);
        names[Accounts.Campaign(campaign.Id)] = campaign.Title;
        await using var writer = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await writer.WriteAsync(Heads + "\r\n");
        for (var after = 0L; await PageAsync(db, campaign.Id, after, atOnce, cancel) is { Count: > 0 } page; after = page[^1].Transaction)
        {
            foreach (var line in page)
                await writer.WriteAsync(Row(line, names));
            await writer.FlushAsync(cancel);
        }
    }

    /// <summary>Whole transactions, along an index from where the page before ended.</summary>
    private static Task<List<Line>> PageAsync(SolidarityDb db, Guid campaign, long after, int atOnce, CancellationToken cancel) => db.LedgerTransactions.AsNoTracking()
        .Where(t => t.CampaignId == campaign && t.Id > after && t.Sealed).OrderBy(t => t.Id).Take(atOnce)
        .SelectMany(t => t.Postings, (t, p) => new { t.Id, t.At, t.Reason, t.Reference, t.DonationId, p.Account.Code, p.AmountMinor, p.CurrencyCode, p.StripeId, Posting = p.Id })
        .OrderBy(l => l.Id).ThenBy(l => l.Posting)
        .Select(l => new Line(l.Id, l.At, l.Reason, l.Reference, l.DonationId, l.Code, l.AmountMinor, l.CurrencyCode, l.StripeId)).ToListAsync(cancel);

    private static string Row(Line line, Dictionary<string, string> names)
    {
        var amount = new Money(line.AmountMinor, Currency.Of(line.CurrencyCode));
        string?[] cells =
        [
            line.Transaction.ToString(CultureInfo.InvariantCulture), line.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            line.Reason.ToString(), line.Reference, line.DonationId?.ToString("D"), line.Account, names.GetValueOrDefault(line.Account),
            amount.ToMajor().ToString("F" + amount.Currency.Decimals, CultureInfo.InvariantCulture), line.CurrencyCode, line.StripeId,
        ];
        return string.Join(',', cells.Select((cell, i) => i == 7 ? cell : CsvCell.Of(cell))) + "\r\n";
    }

    private sealed record Line(long Transaction, DateTimeOffset At, LedgerReason Reason, string Reference, Guid? DonationId, string Account, long AmountMinor, string CurrencyCode, string? StripeId);
}
