using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Solidarity.Domain.People;
using Solidarity.Web.Account;

namespace Solidarity.Web.People;

public static class PeopleSetup
{
    /// <summary>Name of the cookie that says which session is the browser's.</summary>
    public const string SessionCookieName = "session";

    /// <summary>Name of the cookie between two steps of signing in.</summary>
    public const string HalfCookieName = "half";

    /// <summary>Accounts, sessions and rights.</summary>
    public static IServiceCollection AddPeople(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddIdentityCore<Person>(options =>
            {
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                options.User.RequireUniqueEmail = true;
                options.Password.RequiredLength = PasswordRules.Shortest;
                // Length and a list of common passwords, as NIST SP 800-63B advises; no rules about kinds of characters.
                options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
                options.Password.RequiredUniqueChars = 1;
                options.SignIn.RequireConfirmedEmail = true;
                options.Lockout.MaxFailedAccessAttempts = 8;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddUserStore<PeopleStore>()
            .AddSignInManager()
            .AddDefaultTokenProviders()
            .AddTokenProvider<OneTimeCodeProvider>(TokenOptions.DefaultAuthenticatorProvider);
        // OWASP's password storage cheat sheet, for PBKDF2 with HMAC-SHA-512.
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);
        services.AddScoped<SessionCookie>();
        services.AddScoped<KnownBrowser>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(options =>
        {
            Harden(options.Cookie, SessionCookieName);
            // A page kept whole for everyone must never carry a cookie: nothing is renewed on the way.
            options.SlidingExpiration = false;
            options.EventsType = typeof(SessionCookie);
            options.LoginPath = "/sign-in";
            options.ReturnUrlParameter = "to";
        });
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, options => Harden(options.Cookie, HalfCookieName));
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorRememberMeScheme, options => Harden(options.Cookie, "device"));
        services.AddScoped<IAuthorizationHandler, CheckRights>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, RefuseRights>();
        // What says nothing about who may open it is shut; what does not exist is for the error page to say.
        return services.AddAuthorization(options => options.FallbackPolicy = new AuthorizationPolicyBuilder()
            .RequireAssertion(context => context.Resource is HttpContext http && http.GetEndpoint() is null).Build());
    }

    private static void Harden(CookieBuilder cookie, string name)
    {
        (cookie.Name, cookie.HttpOnly, cookie.SameSite) = (name, true, SameSiteMode.Lax);
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }
}
