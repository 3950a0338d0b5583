using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.WebEncoders;
using Solidarity.Web.Forms;
using Solidarity.Web.Texts;
using Solidarity.Web.Trail;

namespace Solidarity.Web.Setup;

public static class PagesSetup
{
    /// <summary>Name of the cookie by which a page says what the form before has done.</summary>
    public const string SaidCookie = "said";

    public static IServiceCollection AddPagesWithTexts(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddSingleton<RefusalWords>();
        services.AddSingleton<TrailWords>();
        services.AddRouting(routes => routes.LowercaseUrls = true);
        services.AddSingleton<KeepForm>();
        services.AddRazorPages(pages => pages.Conventions.Add(new PageRouteTransformerConvention(new Lowercase())))
            .AddMvcOptions(options => options.Filters.Add<GiveBackForms>());
        services.Configure<CookieTempDataProviderOptions>(options =>
        {
            (options.Cookie.Name, options.Cookie.SameSite) = (SaidCookie, SameSiteMode.Lax);
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        // Accents as themselves: shorter pages, and readable ones.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        return services;
    }

    private sealed class Lowercase : IOutboundParameterTransformer
    {
        public string? TransformOutbound(object? value) => value?.ToString()?.ToLowerInvariant();
    }
}
