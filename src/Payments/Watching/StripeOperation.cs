namespace Solidarity.Payments.Watching;

/// <summary>What Stripe is asked for, without whose: "GET /v1/payment_intents/{id}".</summary>
public static class StripeOperation
{
    /// <summary>Every word of the paths that we ask; anything else is an id, so that there are few operations whatever the ids look like.</summary>
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "v1", "account_links", "accounts", "balance", "balance_transactions", "charges", "checkout", "disputes", "events", "expire", "login_links", "payment_intents",
        "payouts", "refunds", "reversals", "sessions", "transfers",
    };

    public static string Of(HttpMethod method, Uri address) => $"{method} {PathOf(address)}";

    public static string PathOf(Uri address) =>
        "/" + string.Join('/', address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(part => Words.Contains(part) ? part : "{id}"));
}
