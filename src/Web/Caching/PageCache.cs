using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;
using Solidarity.Web.Language;
using Solidarity.Web.Safety;
using Solidarity.Web.Setup;

namespace Solidarity.Web.Caching;

/// <summary>Pages that everyone sees alike are kept whole, one copy a language, until something changes them.</summary>
public static class PageCache
{
    /// <summary>Name of the policy for pages with no cookie, no form token and no personal word in them.</summary>
    public const string Public = "Public";

    /// <summary>Everything that lists campaigns: the home page, the list of projects.</summary>
    public const string Lists = "lists";

    /// <summary>Word of the query by which a mail's reader is known: an answer to it is for that reader alone.</summary>
    public const string ReaderKey = "key";

    /// <summary>Every page: what all of them show has changed.</summary>
    public const string Everything = "everything";

    /// <summary>All that public pages read of the query.</summary>
    public static readonly string[] QueryKeys = ["page", "before", "lang", "story"];

    private const long Size = 32 * 1024 * 1024;
    private const long LargestPage = 512 * 1024;

    /// <summary>A page that was being made while its campaign changed may be stored a moment too late; this bounds how long it can be wrong.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    public static IServiceCollection AddPageCache(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton<DropChangedPages>();
        if (settings.WebEnabled)
            services.AddHostedService<FollowDrops>();
        return services.AddOutputCache(cache =>
        {
            cache.SizeLimit = Size;
            cache.UseCaseSensitivePaths = true;
            cache.MaximumBodySize = LargestPage;
            cache.DefaultExpirationTimeSpan = Longest;
            if (settings.CacheEnabled)
                cache.AddPolicy(Public, new PublicPages());
            else
                cache.AddPolicy(Public, policy => policy.NoCache());
        });
    }

    public static string CampaignTag(Guid id) => $"campaign:{id:N}";

    public static string ProjectTag(Guid id) => $"project:{id:N}";

    public static string UpdateTag(Guid id) => $"update:{id:N}";

    public static void UsePageCache(this IApplicationBuilder app)
    {
        app.Use((context, next) =>
        {
            // What a reader's browser keeps is its own affair: "only-if-cached" would make an error of a page that is not kept here.
            context.Request.Headers.CacheControl = StringValues.Empty;
            return next(context);
        });
        app.UseOutputCache();
    }

    /// <summary>Says what the page being made shows, so that a change of it drops the page.</summary>
    public static void Shows(this HttpContext context, string tag) => context.Features.Get<IOutputCacheFeature>()?.Context.Tags.Add(tag);

    /// <summary>The page being made turns out not to be for everyone.</summary>
    public static void ShowsOneReader(this HttpContext context)
    {
        if (context.Features.Get<IOutputCacheFeature>() is { } cache)
            cache.Context.AllowCacheStorage = false;
        // The address may hold the reader's key.
        context.Response.KeepSecret();
    }

    private sealed class PublicPages : IOutputCachePolicy
    {
        public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
        {
            var plain = HttpMethods.IsGet(context.HttpContext.Request.Method) || HttpMethods.IsHead(context.HttpContext.Request.Method);
            plain &= !context.HttpContext.Request.Query.ContainsKey(ReaderKey);
            context.EnableOutputCaching = plain;
            context.AllowCacheLookup = plain;
            context.AllowCacheStorage = plain;
            context.Tags.Add(Everything);
            // Who waits for another reader's copy waits for that reader's line, and fails when that reader hangs up.
            context.AllowLocking = false;
            // The page shows nothing of the query but what it reads: other words in it must not fill the cache.
            context.CacheVaryByRules.QueryKeys = new StringValues(QueryKeys);
            context.CacheVaryByRules.VaryByValues["language"] = context.HttpContext.ReaderLanguage();
            // Browsers and proxies ask again each time: what changed must be seen at once, and everyone in their own language.
            // Said before the page is made: a long one has begun to leave when it is whole.
            var headers = context.HttpContext.Response.Headers;
            (headers.Vary, headers.CacheControl) = ("Accept-Language, Cookie", "no-cache");
            return ValueTask.CompletedTask;
        }

        public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

        public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
        {
            var response = context.HttpContext.Response;
            if (response.StatusCode != StatusCodes.Status200OK || !StringValues.IsNullOrEmpty(response.Headers.SetCookie))
                context.AllowCacheStorage = false;
            return ValueTask.CompletedTask;
        }
    }
}
