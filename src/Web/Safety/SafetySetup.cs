using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;
using Solidarity.Web.Setup;

namespace Solidarity.Web.Safety;

public static class SafetySetup
{
    /// <summary>Beginning a gift, by form or API: what card testers and mail bombers would repeat.</summary>
    public const string Giving = "giving";

    /// <summary>Name of the cookie that proves that a form was ours.</summary>
    public const string FormCookie = "form";

    /// <summary>Reading by API.</summary>
    public const string Reading = "reading";

    public static IServiceCollection AddSafety(this IServiceCollection services, Settings settings)
    {
        services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(settings.Data, "keys"))).SetApplicationName("Solidarity");
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = FormCookie;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = settings.Development ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        });
        services.AddHsts(options =>
        {
            options.MaxAge = TimeSpan.FromDays(365);
            options.IncludeSubDomains = true;
        });
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (context, _) =>
            {
                context.HttpContext.Response.Headers.RetryAfter = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after)
                    ? ((int)Math.Ceiling(after.TotalSeconds)).ToString(CultureInfo.InvariantCulture)
                    : "60";
                return ValueTask.CompletedTask;
            };
            limiter.AddPolicy(Giving, context => HttpMethods.IsPost(context.Request.Method)
                ? PerAddress(context, settings.Limits.GiftsPerMinute)
                : RateLimitPartition.GetNoLimiter(IPAddress.None));
            limiter.AddPolicy(Reading, context => PerAddress(context, settings.Limits.ReadsPerMinute));
        });
        return services;
    }

    private static RateLimitPartition<IPAddress> PerAddress(HttpContext context, int perMinute) => RateLimitPartition.GetSlidingWindowLimiter(
        context.Connection.RemoteIpAddress ?? IPAddress.None,
        _ => new SlidingWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6, QueueLimit = 0 });

    /// <summary>On every answer, pages and files and errors alike.</summary>
    public static void UseSecurityHeaders(this WebApplication app)
    {
        var stripe = app.Services.GetRequiredService<Settings>().Stripe.ApiBase is { } sandbox ? sandbox.GetLeftPart(UriPartial.Authority) : "https://checkout.stripe.com";
        // A form that is answered by a redirect counts as posting to where it leads: the checkout page.
        var policy = $"default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; font-src 'self'; form-action 'self' {stripe}; base-uri 'none'; frame-ancestors 'none'";
        app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto });
        if (!app.Environment.IsDevelopment())
            app.UseHsts();
        app.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), browsing-topics=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            return next(context);
        });
    }

    /// <summary>Errors and empty answers become pages in the reader's language; the API and the webhook speak for themselves.</summary>
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler("/errors/500");
        app.UseWhen(context => !IsMachine(context.Request.Path), pages => pages.UseStatusCodePagesWithReExecute("/errors/{0}"));
    }

    private static bool IsMachine(PathString path) =>
        path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/webhooks", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/openapi", StringComparison.OrdinalIgnoreCase);
}
