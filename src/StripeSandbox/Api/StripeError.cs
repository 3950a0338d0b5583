namespace Solidarity.StripeSandbox.Api;

/// <summary>
/// A refusal in Stripe's error shape (https://docs.stripe.com/api/errors), with the HTTP status it goes with.
/// </summary>
internal sealed class StripeError(int status, string type, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string? Code { get; init; }

    public string? Param { get; init; }

    public string? DeclineCode { get; init; }

    /// <summary>The payment intent that a card error is about.</summary>
    public JsonNode? PaymentIntent { get; init; }

    /// <summary>True for a request that never began to run: Stripe does not keep such an answer for its idempotency key.</summary>
    public bool BeforeExecution { get; init; }

    public JsonObject Render()
    {
        var error = new JsonObject { ["type"] = type, ["message"] = Message };
        if (Code is not null)
        {
            error["code"] = Code;
            error["doc_url"] = "https://docs.stripe.com/error-codes#" + Code.Replace('_', '-');
        }

        if (Param is not null) error["param"] = Param;
        if (DeclineCode is not null) error["decline_code"] = DeclineCode;
        if (PaymentIntent is not null) error["payment_intent"] = PaymentIntent;
        return new JsonObject { ["error"] = error };
    }
}
