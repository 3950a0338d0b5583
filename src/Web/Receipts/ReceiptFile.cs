using Solidarity.Jobs.Receipts;
using Solidarity.Web.People;
using Solidarity.Web.Safety;

namespace Solidarity.Web.Receipts;

/// <summary>The receipt as PDF, for whoever has its link; the same words as the one in the mail.</summary>
public static class ReceiptFile
{
    public static void MapReceipts(this IEndpointRouteBuilder app) => app.MapGet("/receipts/{token}.pdf", GetAsync)
        .RequireRateLimiting(SafetySetup.Reading).ExcludeFromDescription().ForEveryone();

    private static async Task<IResult> GetAsync(string token, ReadReceipt read, HttpResponse response, CancellationToken cancel)
    {
        if (await read.ByTokenAsync(token, cancel) is not { } content)
            return Results.NotFound();
        response.KeepSecret();
        response.Headers.ContentDisposition = $"inline; filename=\"{ReceiptPdf.FileName(content)}\"";
        return Results.Bytes(ReceiptPdf.Render(content, read.Zone), "application/pdf");
    }
}
