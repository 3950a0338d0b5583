using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.WebEncoders;
using Solidarity.Web.Forms;
using Solidarity.Web.Pictures;
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
        services.AddRazorPages(pages =>
            {
                pages.Conventions.Add(new PageRouteTransformerConvention(new Lowercase()));
                pages.Conventions.Add(new PageManners());
            })
            .AddMvcOptions(options =>
            {
                options.Filters.Add<KnownHandlers>();
                options.Filters.Add<GiveBackForms>();
                // No form here writes its names as jQuery does, and these two throw at a name with a lone bracket.
                options.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
                options.ValueProviderFactories.RemoveType<JQueryQueryStringValueProviderFactory>();
            });
        services.Configure<CookieTempDataProviderOptions>(options =>
        {
            (options.Cookie.Name, options.Cookie.SameSite) = (SaidCookie, SameSiteMode.Lax);
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        // Accents as themselves: shorter pages, and readable ones.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        return services;
    }

    /// <summary>
    /// A page model's own OnPageHandlerExecuting would pass for the handler "HandlerExecuting" of a method "PAGE", which anybody can send. And pictures take
    /// their time to come.
    /// </summary>
    private sealed class PageManners : IPageApplicationModelConvention
    {
        public void Apply(PageApplicationModel model)
        {
            foreach (var filter in model.HandlerMethods.Where(h => h.MethodInfo.GetBaseDefinition().DeclaringType == typeof(PageModel)).ToList())
                model.HandlerMethods.Remove(filter);
            if (model.ModelType?.IsDefined(typeof(TakesPicturesAttribute), inherit: true) == true)
                model.EndpointMetadata.Add(new RequestTimeoutAttribute(ServerSetup.Files));
            BindAddress(model);
        }

        /// <summary>
        /// What the address names, it names alone. A form's field of the same name would come before it: another thing than the one whose rights were asked
        /// for, or nothing at all where the address cannot be without.
        /// </summary>
        private static void BindAddress(PageApplicationModel model)
        {
            var named = RoutePatternFactory.Parse(model.RouteTemplate ?? "").Parameters.Where(p => !p.IsOptional).Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
            foreach (var bound in model.HandlerMethods.SelectMany(h => h.Parameters).Cast<ParameterModelBase>().Concat(model.HandlerProperties.Where(p => p.BindingInfo is not null)))
            {
                if (named.Contains(bound.BindingInfo?.BinderModelName ?? bound.Name))
                    (bound.BindingInfo ??= new BindingInfo()).BindingSource ??= BindingSource.Path;
            }
        }
    }

    private sealed class Lowercase : IOutboundParameterTransformer
    {
        public string? TransformOutbound(object? value) => value?.ToString()?.ToLowerInvariant();
    }
}
