using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Ledger;
using Solidarity.Web.Pages.Campaigns;
using Solidarity.Web.People;
using Solidarity.Web.Safety;

namespace Solidarity.Web.Pages.Ledger;

/// <summary>
/// Every posting of a campaign's transactions, the oldest first, as a table for spreadsheets and programs (RFC 4180, UTF-8). The heads are
/// English in every language, so that a program written once reads them all. What comes into an account is positive, what leaves it
/// negative: each transaction adds up to zero. Written row by row: a million gifts need no more memory than ten.
/// </summary>
public static class LedgerCsv
{
    private const string Heads = "transaction,time,reason,reference,gift,account,name,amount,currency,stripe_id";
    private const int RowsAFlush = 500;

    public static void MapLedgerCsv(this IEndpointRouteBuilder app) => app.MapGet("/campaigns/{slug}/ledger.csv", GetAsync)
        .RequireRateLimiting(SafetySetup.Reading).ExcludeFromDescription().ForEveryone();

    private static async Task<IResult> GetAsync(string slug, SolidarityDb db, HttpContext context, CancellationToken cancel)
    {
        var campaign = await db.Campaigns.Shown().AsNoTracking().SingleOrDefaultAsync(c => c.Slug == slug, cancel);
        if (campaign is null)
            return Results.NotFound();
        var names = await PartnerNames.ReadAsync(db, campaign.Id, cancel);
        names[Accounts.Campaign(campaign.Id)] = campaign.Title;
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"ledger-{campaign.Slug}.csv\"";
        context.Response.ContentType = "text/csv; charset=utf-8; header=present";
        context.Response.Headers.ContentLanguage = default;
        await using var writer = new StreamWriter(context.Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await WriteAsync(writer, db, campaign, names, cancel);
        return Results.Empty;
    }

    private static async Task WriteAsync(StreamWriter writer, SolidarityDb db, Campaign campaign, Dictionary<string, string> names, CancellationToken cancel)
    {
        await writer.WriteAsync(Heads + "\r\n");
        var postings = db.LedgerTransactions.AsNoTracking().Where(t => t.CampaignId == campaign.Id && t.Sealed)
            .SelectMany(t => t.Postings, (t, p) => new { t.Id, t.At, t.Reason, t.Reference, t.DonationId, p.Account.Code, p.AmountMinor, p.CurrencyCode, p.StripeId, Posting = p.Id })
            .OrderBy(l => l.Id).ThenBy(l => l.Posting).AsAsyncEnumerable();
        var rows = 0;
        await foreach (var line in postings.WithCancellation(cancel))
        {
            var amount = new Money(line.AmountMinor, Currency.Of(line.CurrencyCode));
            string?[] cells =
            [
                line.Id.ToString(CultureInfo.InvariantCulture), line.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
                line.Reason.ToString(), line.Reference, line.DonationId?.ToString("D"), line.Code, names.GetValueOrDefault(line.Code),
                amount.ToMajor().ToString("F" + amount.Currency.Decimals, CultureInfo.InvariantCulture), line.CurrencyCode, line.StripeId,
            ];
            await writer.WriteAsync(string.Join(',', cells.Select((cell, i) => i == 7 ? cell : CsvCell.Of(cell))) + "\r\n");
            if (++rows % RowsAFlush == 0)
                await writer.FlushAsync(cancel);
        }
    }
}
