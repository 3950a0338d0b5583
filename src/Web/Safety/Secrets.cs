namespace Solidarity.Web.Safety;

public static class Secrets
{
    /// <summary>What only its reader may see: not to be kept, not to be found, and its address, where that is the secret, not to be passed on in a Referer.</summary>
    public static void KeepSecret(this HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers[SafetySetup.ReferrerPolicy] = "no-referrer";
        response.Headers["X-Robots-Tag"] = "noindex, nofollow";
    }
}
