using System.Net;
using System.Text.Json;
using Stripe.Infrastructure;

namespace Stripe;

/// <summary>
/// Stripe said no, or something that is not its JSON. A connection that fails or times out is no StripeException.
/// Source: https://docs.stripe.com/api/errors.
/// </summary>
public class StripeException : Exception
{
    public StripeException()
    {
    }

    public StripeException(string message)
        : base(message)
    {
    }

    public StripeException(string message, Exception err)
        : base(message, err)
    {
    }

    public StripeException(HttpStatusCode httpStatusCode, StripeError stripeError, string message)
        : base(message)
    {
        HttpStatusCode = httpStatusCode;
        StripeError = stripeError;
    }

    private StripeException(StripeResponse response, StripeError? error, string message, Exception? cause)
        : base(message, cause)
    {
        HttpStatusCode = response.StatusCode;
        StripeError = error;
        StripeResponse = response;
    }

    /// <summary>0 where no answer was involved, as with a webhook's signature.</summary>
    public HttpStatusCode HttpStatusCode { get; set; }

    /// <summary>Null where the answer was not Stripe's JSON.</summary>
    public StripeError? StripeError { get; set; }

    public StripeResponse? StripeResponse { get; set; }

    internal static StripeException From(StripeResponse response)
    {
        try
        {
            if (ErrorIn(response.Content) is not { } error)
                return Unreadable(response);
            error.StripeResponse = response;
            return new(response, error, error.Message ?? error.ErrorDescription ?? error.Error ?? error.Code ?? $"Stripe answered {(int)response.StatusCode}.", null);
        }
        catch (JsonException e)
        {
            return Unreadable(response, e);
        }
    }

    internal static StripeException Unreadable(StripeResponse response, JsonException? cause = null) =>
        new(response, null, string.Create(null, $"Stripe answered {(int)response.StatusCode} with a body that is not its JSON."), cause);

    // {"error": {...}} from the API, {"error": "invalid_grant", "error_description": ...} from OAuth.
    private static StripeError? ErrorIn(string body)
    {
        var root = JsonUtils.Deserialize<JsonElement>(body);
        if (root.ValueKind is not JsonValueKind.Object || !root.TryGetProperty("error", out var error))
            return null;
        return error.ValueKind switch
        {
            JsonValueKind.Object => error.Deserialize<StripeError>(JsonUtils.Options),
            JsonValueKind.String => root.Deserialize<StripeError>(JsonUtils.Options),
            _ => null,
        };
    }
}
