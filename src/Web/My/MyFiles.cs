using System.Globalization;
using Microsoft.Extensions.Localization;
using Solidarity.Domain.People;
using Solidarity.Web.People;
using Solidarity.Web.Safety;
using Solidarity.Web.Setup;

namespace Solidarity.Web.My;

/// <summary>Receipts and data to take away: one's own when signed in, an address's by its signed link.</summary>
public static class MyFiles
{
    public static IServiceCollection AddMyPages(this IServiceCollection services) => services
        .AddSingleton<GuestLink>().AddScoped<AskForGifts>().AddScoped<GiftsOfAddress>().AddScoped<ReceiptsZip>().AddScoped<ExportData>();

    public static void MapMyFiles(this IEndpointRouteBuilder app)
    {
        var own = new AsksAttribute(Right.UseAccount);
        app.MapGet("/my/receipts.zip", OwnReceiptsAsync).WithRequestTimeout(ServerSetup.Files).RequireRateLimiting(SafetySetup.Reading).ExcludeFromDescription().WithMetadata(own);
        app.MapGet("/my/export", OwnDataAsync).RequireRateLimiting(SafetySetup.Exporting).ExcludeFromDescription().WithMetadata(own);
        app.MapGet("/my/guest/{token}/receipts.zip", GuestReceiptsAsync).WithRequestTimeout(ServerSetup.Files).RequireRateLimiting(SafetySetup.Reading).ExcludeFromDescription().ForEveryone();
        app.MapGet("/my/guest/{token}/export", GuestDataAsync).RequireRateLimiting(SafetySetup.Exporting).ExcludeFromDescription().ForEveryone();
    }

    private static async Task<IResult> OwnReceiptsAsync(string? year, GiftsOfAddress gifts, ReceiptsZip zip, IStringLocalizer<Texts.My> words, HttpContext context, CancellationToken cancel) =>
        await ReceiptsAsync(await gifts.ConfirmedAsync(context.Session().PersonId, cancel), year, zip, words, context, cancel);

    private static async Task<IResult> GuestReceiptsAsync(string token, string? year, GuestLink link, GiftsOfAddress gifts, ReceiptsZip zip, IStringLocalizer<Texts.My> words, HttpContext context, CancellationToken cancel) =>
        await ReceiptsAsync(await KnownAsync(token, link, gifts, cancel), year, zip, words, context, cancel);

    private static async Task<IResult> OwnDataAsync(GiftsOfAddress gifts, ExportData export, IStringLocalizer<Texts.My> words, HttpContext context, CancellationToken cancel)
    {
        var me = context.Session().PersonId;
        return await DataAsync(me, await gifts.ConfirmedAsync(me, cancel), export, words, context, cancel);
    }

    private static async Task<IResult> GuestDataAsync(string token, GuestLink link, GiftsOfAddress gifts, ExportData export, IStringLocalizer<Texts.My> words, HttpContext context, CancellationToken cancel) =>
        await KnownAsync(token, link, gifts, cancel) is { } key ? await DataAsync(null, key, export, words, context, cancel) : Results.NotFound();

    private static async Task<string?> KnownAsync(string token, GuestLink link, GiftsOfAddress gifts, CancellationToken cancel) =>
        link.Read(token) is { } key && await gifts.KnowsAsync(key, cancel) ? key : null;

    private static async Task<IResult> ReceiptsAsync(string? key, string? year, ReceiptsZip zip, IStringLocalizer<Texts.My> words, HttpContext context, CancellationToken cancel)
    {
        if (key is null || (year is not null && (year.Length != 4 || !int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out _))))
            return Results.NotFound();
        Begin(context.Response, "application/zip", year is null ? words["FileReceipts"] : words["FileReceiptsOf", year]);
        await zip.WriteAsync(key, year, context.Response.Body, cancel);
        return Results.Empty;
    }

    private static async Task<IResult> DataAsync(Guid? personId, string? key, ExportData export, IStringLocalizer<Texts.My> words, HttpContext context, CancellationToken cancel)
    {
        Begin(context.Response, "application/json; charset=utf-8", words["FileData"]);
        await export.WriteAsync(personId, key, context.Response.Body, cancel);
        return Results.Empty;
    }

    private static void Begin(HttpResponse response, string type, string file)
    {
        response.KeepSecret();
        (response.ContentType, response.Headers.ContentDisposition) = (type, $"attachment; filename=\"{file}\"");
    }
}
