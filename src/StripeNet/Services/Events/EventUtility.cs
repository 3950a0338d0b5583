using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Stripe;

/// <summary>
/// Checks and reads webhooks. The header is <c>t=seconds,v1=hex[,v1=hex]</c>; a v1 is the HMAC-SHA256 of <c>t.body</c>.
/// Source: https://docs.stripe.com/webhooks#verify-manually. Every refusal is a <see cref="StripeException"/>.
/// </summary>
public static class EventUtility
{
    /// <summary>Seconds a webhook may be old, or ahead of our clock.</summary>
    public const int DefaultTimeTolerance = 300;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Versions of one release (<c>dahlia</c>) agree in shape; a preview only agrees with itself.</summary>
    public static bool IsCompatibleApiVersion(string? eventApiVersion) =>
        eventApiVersion == ApiVersion.Current
        || eventApiVersion?.Split('.') is [_, ApiVersion.CurrentMajor];

    /// <summary>Reads an event without checking where it comes from.</summary>
    public static Event ParseEvent(string json, bool throwOnApiVersionMismatch = true)
    {
        var stripeEvent = Deserialize(json);
        if (throwOnApiVersionMismatch && !IsCompatibleApiVersion(stripeEvent.ApiVersion))
        {
            throw new StripeException(
                $"The event has API version {stripeEvent.ApiVersion ?? "(none)"}, this code expects {ApiVersion.Current}: "
                + "set the webhook endpoint to that version.");
        }

        return stripeEvent;
    }

    public static Event ConstructEvent(
        string json,
        string stripeSignatureHeader,
        string secret,
        long tolerance = DefaultTimeTolerance,
        bool throwOnApiVersionMismatch = true) =>
        ConstructEvent(json, stripeSignatureHeader, secret, tolerance, Now(), throwOnApiVersionMismatch);

    /// <param name="json">The body exactly as received: one changed byte breaks the signature.</param>
    /// <param name="stripeSignatureHeader">The header <c>Stripe-Signature</c>.</param>
    /// <param name="secret">The endpoint's secret, <c>whsec_...</c>.</param>
    /// <param name="tolerance">Seconds, both ways.</param>
    /// <param name="utcNow">Unix seconds.</param>
    /// <param name="throwOnApiVersionMismatch">Refuse events of another API release.</param>
    public static Event ConstructEvent(
        string json,
        string stripeSignatureHeader,
        string secret,
        long tolerance,
        long utcNow,
        bool throwOnApiVersionMismatch = true)
    {
        ValidateSignature(json, stripeSignatureHeader, secret, tolerance, utcNow);
        return ParseEvent(json, throwOnApiVersionMismatch);
    }

    public static void ValidateSignature(string json, string stripeSignatureHeader, string secret, long tolerance = DefaultTimeTolerance) =>
        ValidateSignature(json, stripeSignatureHeader, secret, tolerance, Now());

    public static void ValidateSignature(string json, string stripeSignatureHeader, string secret, long tolerance, long utcNow)
    {
        // An empty secret would accept whatever anyone signs with an empty secret.
        if (string.IsNullOrEmpty(secret))
            throw new StripeException("No webhook secret is set.");
        var (timestamp, signatures) = ParseHeader(stripeSignatureHeader);
        var expected = StrictUtf8.GetBytes(Sign(secret, timestamp, json));
        if (!signatures.Any(signature => CryptographicOperations.FixedTimeEquals(expected, signature)))
            throw new StripeException("The webhook's signature does not match its body: wrong secret, or a changed body.");
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var signedAt))
            throw Malformed();
        if (Int128.Abs((Int128)utcNow - signedAt) > tolerance)
            throw new StripeException("The webhook's timestamp is outside the tolerance: an old one sent again, or a wrong clock.");
    }

    /// <summary>Lower-case hex of HMAC-SHA256(secret, "timestamp.payload").</summary>
    public static string ComputeSignature(string secret, string timestamp, string payload) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(StrictUtf8.GetBytes(secret), StrictUtf8.GetBytes($"{timestamp}.{payload}")));

    /// <summary>The header Stripe would send; for tests and the sandbox.</summary>
    public static string GenerateSignatureHeader(string payload, string secret, long? timestamp = null)
    {
        var signedAt = (timestamp ?? Now()).ToString(CultureInfo.InvariantCulture);
        return $"t={signedAt},v1={ComputeSignature(secret, signedAt, payload)}";
    }

    private static long Now() => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();

    private static string Sign(string secret, string timestamp, string json)
    {
        try
        {
            return ComputeSignature(secret, timestamp, json);
        }
        catch (EncoderFallbackException e)
        {
            throw new StripeException("The webhook's body is not valid UTF-8.", e);
        }
    }

    private static (string Timestamp, List<byte[]> Signatures) ParseHeader(string? header)
    {
        string? timestamp = null;
        List<byte[]> signatures = [];
        foreach (var part in (header ?? "").Split(','))
        {
            if (part.Trim().Split('=', 2) is not [var name, var value])
                throw Malformed();
            if (name == "t")
                timestamp ??= value;
            else if (name == "v1")
                signatures.Add(Encoding.UTF8.GetBytes(value));
        }

        return timestamp is null || signatures.Count == 0 ? throw Malformed() : (timestamp, signatures);
    }

    private static StripeException Malformed() => new("The header Stripe-Signature is missing or malformed.");

    private static Event Deserialize(string json)
    {
        try
        {
            return StripeEntity.FromJson<Event>(json);
        }
        catch (Exception e) when (e is JsonException or ArgumentNullException)
        {
            throw new StripeException("The webhook's body is not an event.", e);
        }
    }
}
