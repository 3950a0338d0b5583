using Solidarity.Domain;
using Solidarity.Domain.Donations;

namespace Solidarity.Web.Pages.Giving;

/// <summary>Tells the browser that began a gift from one that only has its link, which may have been sent on.</summary>
public static class OwnGift
{
    /// <summary>Name of the cookie that says which gift this browser began last; it goes to the giving form alone.</summary>
    public const string Cookie = "gift";

    public static void KeepBegun(this HttpContext context, Donation donation) => context.Response.Cookies.Append(Cookie, SecretHash.Of(donation.Token), new CookieOptions
    {
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        Path = context.Request.Path,
    });

    public static bool Began(this HttpContext context, Donation donation) => context.Request.Cookies[Cookie] == SecretHash.Of(donation.Token);
}
