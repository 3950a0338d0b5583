using System.Text;

namespace Solidarity.StripeSandbox.Api;

/// <summary>The version of Stripe's API that the sandbox speaks (https://docs.stripe.com/api/versioning).</summary>
internal static class StripeVersion
{
    public const string Spoken = "2026-07-29.dahlia";

    public static string Of(HttpRequest request) =>
        request.Headers["Stripe-Version"].ToString() is { Length: > 0 } asked && Ascii.IsValid(asked) ? asked : Spoken;
}
