using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Primitives;
using Solidarity.Domain;
using Solidarity.Domain.CardTesting;
using Solidarity.Web.Setup;
using Solidarity.Web.Watching.Prometheus;

namespace Solidarity.Web.Safety;

public static class SafetySetup
{
    /// <summary>Beginning a gift, by form or API: what card testers and mail bombers would repeat.</summary>
    public const string Giving = "giving";

    /// <summary>Pages whose address is a secret set "no-referrer" themselves.</summary>
    public const string ReferrerPolicy = "Referrer-Policy";

    /// <summary>What scripts of a page may ask the browser for: nothing, but for a page that sets <see cref="WithCamera"/> itself.</summary>
    public const string PermissionsPolicy = "Permissions-Policy";

    public const string WithCamera = $"camera=(self), {NothingElse}";

    private const string NothingElse = "microphone=(), geolocation=(), payment=(), browsing-topics=()";

    /// <summary>Name of the cookie that proves that a form was ours.</summary>
    public const string FormCookie = "form";

    /// <summary>Forms that anybody may send and that give others work: reports.</summary>
    public const string Reporting = "reporting";

    /// <summary>Asking for a project's updates, and answering them: what would mail strangers, or fill pages.</summary>
    public const string Following = "following";

    /// <summary>Reading by API.</summary>
    public const string Reading = "reading";

    /// <summary>All that is known of an address: costly to gather.</summary>
    public const string Exporting = "exporting";

    private const int ExportsPerMinute = 10;

    public static IServiceCollection AddSafety(this IServiceCollection services, Settings settings)
    {
        services.AddSharedSealing(settings);
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = FormCookie;
            options.Cookie.SameSite = SameSiteMode.Strict;
            // Secure wherever the reader came by https, which the proxy in front must say (X-Forwarded-Proto).
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddHsts(options =>
        {
            options.MaxAge = TimeSpan.FromDays(365);
            options.IncludeSubDomains = true;
        });
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            foreach (var network in settings.Proxies)
                options.KnownIPNetworks.Add(network);
        });
        services.AddSingleton(settings.Limits);
        services.AddSingleton(new CardTestingRules(settings.Limits.DeclinesPerHour));
        services.AddScoped<LimitMealsHeld>();
        services.AddScoped<GuardGiving>();
        services.AddSingleton<AskQuestion>();
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
            limiter.AddPolicy(Giving, context => Posts(context, settings.Limits.GiftsPerMinute));
            limiter.AddPolicy(Reporting, context => Posts(context, settings.Limits.ReportsPerMinute));
            limiter.AddPolicy(Following, context => Posts(context, settings.Limits.FollowsPerMinute));
            limiter.AddPolicy(Exporting, context => PerAddress(context, ExportsPerMinute));
            limiter.AddPolicy(Reading, context => PerAddress(context, settings.Limits.ReadsPerMinute));
        });
        return services;
    }

    private static RateLimitPartition<IPAddress> Posts(HttpContext context, int perMinute) =>
        HttpMethods.IsPost(context.Request.Method) ? PerAddress(context, perMinute) : RateLimitPartition.GetNoLimiter(IPAddress.None);

    private static RateLimitPartition<IPAddress> PerAddress(HttpContext context, int perMinute) => RateLimitPartition.GetSlidingWindowLimiter(
        Household.Of(context.Connection.RemoteIpAddress),
        _ => new SlidingWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6, QueueLimit = 0 });

    /// <summary>On every answer, pages and files and errors alike.</summary>
    public static void UseSecurityHeaders(this WebApplication app)
    {
        var stripe = app.Services.GetRequiredService<Settings>().Stripe.ApiBase is { } sandbox ? sandbox.GetLeftPart(UriPartial.Authority) : "https://checkout.stripe.com https://connect.stripe.com";
        // A form that is answered by a redirect counts as posting to where it leads: the checkout page, or a partner's own pages.
        var policy = $"default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; font-src 'self'; form-action 'self' {stripe}; base-uri 'none'; frame-ancestors 'none'";
        if (!app.Environment.IsDevelopment())
            app.UseHsts();
        app.Use((context, next) =>
        {
            // At the last moment, because an answer that becomes an error page loses the headers it had.
            context.Response.OnStarting(static state =>
            {
                var (headers, policy) = ((IHeaderDictionary, string))state;
                if (StringValues.IsNullOrEmpty(headers.ContentSecurityPolicy))
                    headers.ContentSecurityPolicy = policy;
                headers.XContentTypeOptions = "nosniff";
                if (!headers.ContainsKey(ReferrerPolicy))
                    headers[ReferrerPolicy] = "same-origin";
                if (!headers.ContainsKey(PermissionsPolicy))
                    headers[PermissionsPolicy] = $"camera=(), {NothingElse}";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                return Task.CompletedTask;
            }, (context.Response.Headers, policy));
            return next(context);
        });
    }

    /// <summary>Errors and empty answers become pages in the reader's language, each with its own status; the API and the webhook speak for themselves.</summary>
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/errors/500", StatusCodeSelector = StatusOf, SuppressDiagnosticsCallback = c => c.Exception is Refusal || StatusOf(c.Exception) < StatusCodes.Status500InternalServerError });
        app.UseWhen(context => IsApi(context.Request.Path), api => api.UseStatusCodePages());
        app.UseWhen(context => !IsMachine(context.Request.Path), pages => pages.UseStatusCodePagesWithReExecute("/errors/{0}"));
    }

    /// <summary>
    /// The content of a GET means nothing (RFC 9110, 9.3.1). Pages would take a form in it for their arguments, before those of the address, and one that
    /// is kept whole would be kept under an address that it does not belong to.
    /// </summary>
    public static void UseNoContentOfGet(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
            context.Request.ContentType = null;
        return next(context);
    });

    /// <summary>A page is asked only what it can answer: Razor Pages would show it for any method. After routing.</summary>
    public static void UseKnownMethods(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var again = context.Features.Get<IExceptionHandlerFeature>() is not null || context.Features.Get<IStatusCodeReExecuteFeature>() is not null;
        if (again || context.GetEndpoint()?.Metadata.GetMetadata<CompiledPageActionDescriptor>() is not { } page)
            return next(context);
        var known = page.HandlerMethods.Select(h => h.HttpMethod).Append(HttpMethods.Get).Distinct(StringComparer.OrdinalIgnoreCase).Append(HttpMethods.Head).ToArray();
        if (known.Contains(context.Request.Method, StringComparer.OrdinalIgnoreCase))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = string.Join(", ", known).ToUpperInvariant();
        return Task.CompletedTask;
    });

    /// <summary>What the sender did wrong is not the site's failure: a body too large, a form cut off or with too many fields.</summary>
    private static int StatusOf(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        InvalidDataException => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status500InternalServerError,
    };

    /// <summary>A host name that cannot be read ("xn--") is no reason to fail wherever it is asked for: the site's own stands in for it.</summary>
    public static void UseReadableHost(this WebApplication app)
    {
        var own = HostString.FromUriComponent(app.Services.GetRequiredService<Settings>().Site.PublicUrl);
        app.Use((context, next) =>
        {
            try
            {
                _ = context.Request.Host;
            }
            catch (ArgumentException)
            {
                context.Request.Host = own;
            }

            return next(context);
        });
    }

    /// <summary>Forms and JSON come in UTF-8; what names another encoding could not be read, or would be read wrongly.</summary>
    public static void UseKnownCharset(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var charset = context.Request.GetTypedHeaders().ContentType?.Charset.Value?.Trim('"');
        if (charset is null || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || charset.Equals("us-ascii", StringComparison.OrdinalIgnoreCase))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
        return Task.CompletedTask;
    });

    private static bool IsApi(PathString path) => path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    private static bool IsMachine(PathString path) =>
        IsApi(path) || path.StartsWithSegments("/webhooks", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments(MetricsAddress.Path, StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/openapi", StringComparison.OrdinalIgnoreCase);
}
