using System.Security.Cryptography;
using System.Text;

namespace Solidarity.StripeSandbox.Webhooks;

/// <summary>The Stripe-Signature header (https://docs.stripe.com/webhooks#verify-manually).</summary>
internal static class Signature
{
    /// <param name="unixSeconds">Of the real clock: receivers refuse what is more than five minutes off.</param>
    public static string Header(string body, string secret, long unixSeconds)
    {
        var digest = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{unixSeconds}.{body}"));
        return $"t={unixSeconds},v1={Convert.ToHexStringLower(digest)}";
    }
}
