using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.PayoutReports;
using Solidarity.Domain.People;
using Solidarity.Jobs.PayoutReports;
using Solidarity.Web.People;
using Solidarity.Web.Safety;

namespace Solidarity.Web.PayoutReports;

/// <summary>Payout reports to take away: the document as it is kept, and every line as a table, for the partner's organisation and for administrators.</summary>
public static class PayoutReportFiles
{
    private const string Own = "/workspace/organisations/{organisation}/money/reports/{id:guid}";
    private const string Any = "/administration/reports/{id:guid}";

    public static void MapPayoutReports(this IEndpointRouteBuilder app)
    {
        var (seesMoney, administers) = (new AsksAttribute(Right.SeeMoney), new AsksAttribute(Right.Administer));
        Map(app, Own + "/pdf", SafetySetup.Reading, seesMoney, OwnPdfAsync);
        Map(app, Own + "/csv", SafetySetup.Exporting, seesMoney, OwnCsvAsync);
        Map(app, Any + "/pdf", SafetySetup.Reading, administers, AnyPdfAsync);
        Map(app, Any + "/csv", SafetySetup.Exporting, administers, AnyCsvAsync);
    }

    private static void Map(IEndpointRouteBuilder app, string path, string limit, AsksAttribute right, Delegate get) =>
        app.MapGet(path, get).RequireRateLimiting(limit).ExcludeFromDescription().WithMetadata(right);

    private static async Task<IResult> OwnPdfAsync(Guid id, SolidarityDb db, KeepPayoutPdf keep, HttpContext context, CancellationToken cancel) =>
        await PdfAsync(await OwnAsync(id, db, context, cancel), keep, context.Response, cancel);

    private static async Task<IResult> OwnCsvAsync(Guid id, SolidarityDb db, WritePayoutCsv csv, HttpContext context, CancellationToken cancel) =>
        await CsvAsync(await OwnAsync(id, db, context, cancel), csv, context.Response, cancel);

    private static async Task<IResult> AnyPdfAsync(Guid id, SolidarityDb db, KeepPayoutPdf keep, HttpResponse response, CancellationToken cancel) =>
        await PdfAsync(await db.PayoutReports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancel), keep, response, cancel);

    private static async Task<IResult> AnyCsvAsync(Guid id, SolidarityDb db, WritePayoutCsv csv, HttpResponse response, CancellationToken cancel) =>
        await CsvAsync(await db.PayoutReports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancel), csv, response, cancel);

    private static Task<PayoutReport?> OwnAsync(Guid id, SolidarityDb db, HttpContext context, CancellationToken cancel)
    {
        var organisation = context.Workplace().OrganisationId;
        return db.PayoutReports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.Partner.OrganisationId == organisation, cancel);
    }

    private static async Task<IResult> PdfAsync(PayoutReport? report, KeepPayoutPdf keep, HttpResponse response, CancellationToken cancel)
    {
        if (report is null)
            return Results.NotFound();
        var pdf = await keep.RunAsync(report, cancel);
        Begin(response, $"inline; filename=\"{PayoutReportWords.FileName(report)}.pdf\"");
        return Results.Bytes(pdf, "application/pdf");
    }

    private static async Task<IResult> CsvAsync(PayoutReport? report, WritePayoutCsv csv, HttpResponse response, CancellationToken cancel)
    {
        if (report is null)
            return Results.NotFound();
        Begin(response, $"attachment; filename=\"{PayoutReportWords.FileName(report)}.csv\"");
        response.ContentType = "text/csv; charset=utf-8; header=present";
        await csv.RunAsync(report, response.Body, cancel);
        return Results.Empty;
    }

    private static void Begin(HttpResponse response, string disposition)
    {
        response.KeepSecret();
        response.Headers.ContentDisposition = disposition;
        response.Headers.ContentLanguage = default;
    }
}
