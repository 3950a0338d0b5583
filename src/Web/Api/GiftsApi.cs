using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Donations;

namespace Solidarity.Web.Api;

/// <param name="Amount">All lines together, in minor units.</param>
/// <param name="CheckoutUrl">Where to go on paying, while that is possible.</param>
/// <param name="ReceiptUrl">The receipt as PDF, once there is one.</param>
/// <param name="Meals">Of a gift of meals: where they are, those together that went the same way. Null for others, and until it is paid.</param>
public sealed record GiftAnswer(
    DonationStatus Status, long Amount, string Currency, long Refunded, IReadOnlyList<GiftLineAnswer> Lines, IReadOnlyList<GiftTraceAnswer> Trace, string? CheckoutUrl, Uri? ReceiptUrl, IReadOnlyList<GiftMealsAnswer>? Meals);

/// <param name="Campaign">The campaign's slug; null for the tip.</param>
public sealed record GiftLineAnswer(LineKind Kind, long Amount, string? Campaign);

/// <param name="Amount">In minor units, where the step moved a sum of its own.</param>
public sealed record GiftTraceAnswer(TraceEvent What, DateTimeOffset At, long? Amount, string? Who);

internal static class GiftsApi
{
    public static void MapGifts(this IEndpointRouteBuilder api) => api.MapGet("/gifts/{token}", GetAsync)
        .WithName("GetGift").WithSummary("What happened to one gift, and when.").ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Ok<GiftAnswer>> GetAsync(string token, SolidarityDb db, Site site, HttpContext context, CancellationToken cancel)
    {
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(await db.InSnapshotAsync(() => ReadAsync(token, db, site, cancel), cancel));
    }

    private static async Task<GiftAnswer> ReadAsync(string token, SolidarityDb db, Site site, CancellationToken cancel)
    {
        var donation = await db.Donations.AsNoTracking().Include(d => d.Lines).ThenInclude(l => l.Campaign).SingleOrDefaultAsync(d => d.Token == token, cancel)
            ?? throw new Refusal(Reason.GiftUnknown);
        var receipt = await db.Receipts.Where(r => r.DonationId == donation.Id).Select(r => r.Token).SingleOrDefaultAsync(cancel);
        var trace = await db.TraceAsync(donation, cancel);
        return new GiftAnswer(
            donation.Status, donation.AmountMinor, donation.CurrencyCode, donation.RefundedMinor,
            [.. donation.Lines.OrderBy(l => l.Kind).Select(l => new GiftLineAnswer(l.Kind, l.AmountMinor, l.Campaign?.Slug))],
            [.. trace.Select(s => new GiftTraceAnswer(s.What, s.At, s.Amount?.Minor, s.Who))],
            donation.CheckoutUrl, receipt is null ? null : site.Page($"/receipts/{receipt}.pdf"),
            await MealsApi.OfGiftAsync(db, donation.Id, cancel));
    }
}
