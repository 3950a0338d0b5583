using Microsoft.AspNetCore.Localization;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;

namespace Solidarity.Web.Language;

/// <summary>A gift's page, and those below it, speak the language that its giver asked for, unless the reader has chosen another: mails lead here from any browser.</summary>
internal static class GiftLanguage
{
    private static readonly PathString Gifts = "/gifts";

    public static async Task<ProviderCultureResult?> OfPageAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(Gifts, out var rest) || rest.Value!.Split('/') is not ["", { Length: UnguessableToken.Length } token, ..])
            return null;
        var db = context.RequestServices.GetRequiredService<SolidarityDb>();
        var language = await db.Donations.Where(d => d.Token == token).Select(d => d.Language).SingleOrDefaultAsync(context.RequestAborted);
        return !context.RequestServices.GetRequiredService<Site>().Offers(language) ? null : new ProviderCultureResult(Languages.CultureOf(language).Name);
    }
}
