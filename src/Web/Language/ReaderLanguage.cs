using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Localization;
using Solidarity.Domain;
using Solidarity.Web.People;

namespace Solidarity.Web.Language;

/// <summary>Which language a reader gets: by the link (?lang=), else by choice (cookie), else (on a gift's page) as its giver asked, else by what the browser asks for, else English. Always one that the site offers.</summary>
public static class ReaderLanguageExtensions
{
    public const string Cookie = "lang";
    public const string Query = "lang";

    public static IServiceCollection AddReaderLanguage(this IServiceCollection services) => services.Configure<RequestLocalizationOptions>(options =>
    {
        options.SupportedCultures = options.SupportedUICultures = [.. Languages.All.Select(Languages.CultureOf)];
        options.DefaultRequestCulture = new RequestCulture(Languages.CultureOf(Languages.Default));
        options.RequestCultureProviders =
        [
            new CustomRequestCultureProvider(context => Task.FromResult(In(Chosen(context.Request)))),
            new CustomRequestCultureProvider(GiftLanguage.OfPageAsync),
            new CustomRequestCultureProvider(context => Task.FromResult(In(Accepted(context.Request)))),
            new CustomRequestCultureProvider(context => Task.FromResult(In(SiteOf(context.Request).DefaultLanguage))),
        ];
    });

    public static void UseReaderLanguage(this IApplicationBuilder app) => app.UseRequestLocalization().Use((context, next) =>
    {
        context.Response.Headers.ContentLanguage = context.ReaderLanguage();
        return next(context);
    });

    /// <summary>The two letters of the language that this request is answered in.</summary>
    public static string ReaderLanguage(this HttpContext context) =>
        (context.Features.Get<IRequestCultureFeature>()?.RequestCulture.UICulture ?? CultureInfo.CurrentUICulture).TwoLetterISOLanguageName;

    public static void MapLanguageChoice(this IEndpointRouteBuilder app) => app.MapGet("/language/{language}", (string language, string? to, HttpContext context, Site site) =>
    {
        if (!site.Offers(language))
            return Results.NotFound();
        context.KeepLanguage(language);
        return Results.LocalRedirect(IsOurs(to) ? to : "/");
    }).ExcludeFromDescription().ForEveryone();

    /// <summary>The reader's choice, for this browser; nothing where the site does not offer it.</summary>
    public static void KeepLanguage(this HttpContext context, string language)
    {
        if (!SiteOf(context.Request).Offers(language))
            return;
        context.Response.Cookies.Append(Cookie, language, new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        });
    }

    /// <summary>Only paths of this site: "//elsewhere" and "/\elsewhere" are other sites to a browser.</summary>
    public static bool IsOurs([NotNullWhen(true)] string? path) =>
        path is ['/', ..] && !path.StartsWith("//", StringComparison.Ordinal) && !path.StartsWith("/\\", StringComparison.Ordinal) && path.All(c => char.IsAscii(c) && !char.IsControl(c));

    private static ProviderCultureResult? In(string? language) => language is null ? null : new ProviderCultureResult(Languages.CultureOf(language).Name);

    private static string? Chosen(HttpRequest request) => new[] { request.Query[Query].ToString(), request.Cookies[Cookie] }.FirstOrDefault(SiteOf(request).Offers);

    private static string? Accepted(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Where(l => l.Quality is not 0)
        .OrderByDescending(l => l.Quality ?? 1)
        .Select(l => l.Value.ToString().Split('-')[0].ToLowerInvariant())
        .FirstOrDefault(SiteOf(request).Offers);

    private static Site SiteOf(HttpRequest request) => request.HttpContext.RequestServices.GetRequiredService<Site>();
}
