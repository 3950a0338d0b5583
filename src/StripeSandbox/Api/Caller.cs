using System.Text;

namespace Solidarity.StripeSandbox.Api;

/// <summary>Who calls: any test key is the one platform account; the Stripe-Account header makes it act in a connected one.</summary>
internal static class Caller
{
    public static void Authenticate(HttpRequest request)
    {
        var key = Key(request.Headers.Authorization.ToString());
        if (key is null)
            throw Refuse.Unauthorized("You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').");
        if (!key.StartsWith("sk_test_", StringComparison.Ordinal)) throw Refuse.Unauthorized($"Invalid API Key provided: {Masked(key)}");
    }

    public static string AccountOf(HttpRequest request, Store store)
    {
        var id = request.Headers["Stripe-Account"].ToString();
        if (id.Length == 0) return store.PlatformId;
        return store.Find<Account>(id)?.Id ?? throw new StripeError(403, "invalid_request_error",
            $"The provided key 'sk_test_***' does not have access to account '{id}' (or that account does not exist). Application access may have been revoked.")
        {
            Code = "account_invalid",
            BeforeExecution = true,
        };
    }

    private static string? Key(string header)
    {
        if (header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) return NullIfEmpty(header[7..].Trim());
        if (!header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase)) return null;
        var buffer = new byte[header.Length];
        return Convert.TryFromBase64String(header[6..].Trim(), buffer, out var length)
            ? NullIfEmpty(Encoding.UTF8.GetString(buffer, 0, length).Split(':')[0])
            : null;
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private static string Masked(string key) => key.Length <= 8 ? "****" : key[..4] + new string('*', key.Length - 8) + key[^4..];
}
