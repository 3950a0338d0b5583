using Microsoft.AspNetCore.Identity;
using Solidarity.Domain;

namespace Solidarity.Web.Account;

public static class AccountSetup
{
    /// <summary>Opening an account, signing in, and what one can change of it.</summary>
    public static IServiceCollection AddAccount(this IServiceCollection services)
    {
        // As the letter says.
        services.Configure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan = TimeSpan.FromHours(2));
        services.AddOptions<IdentityPasskeyOptions>().Configure<Site>((options, site) =>
        {
            options.ServerDomain = site.PublicUrl.Host;
            // A finger, a face or a PIN: with the device, two factors.
            options.UserVerificationRequirement = options.ResidentKeyRequirement = "required";
            options.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && context.Origin == site.PublicUrl.GetLeftPart(UriPartial.Authority));
        });
        return services.AddScoped<OwnAccount>()
            .AddScoped<BeginSession>().AddScoped<AskForAccount>().AddScoped<ConfirmSignUp>().AddScoped<SignInByPassword>().AddScoped<SignInByCode>()
            .AddScoped<Passkeys>().AddScoped<ForgottenPassword>().AddScoped<ChangePassword>().AddScoped<SecondFactor>().AddScoped<ProveAgain>().AddScoped<ChangeEmail>();
    }
}
