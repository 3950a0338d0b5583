using Solidarity.Domain;
using Stripe;

namespace Solidarity.Payments;

internal static class StripeKeys
{
    /// <summary>The metadata key that carries our donation's id on sessions, payment intents and, copied by Stripe, charges.</summary>
    public const string DonationMetadata = "donation";

    /// <summary>The metadata key that carries our transfer's id on Stripe's.</summary>
    public const string TransferMetadata = "transfer";

    /// <summary>The metadata key that carries our transfer reversal's id on Stripe's.</summary>
    public const string ReversalMetadata = "reversal";

    /// <summary>The metadata key that carries our partner's id on its account.</summary>
    public const string PartnerMetadata = "partner";

    /// <summary>The metadata key that carries our refund order's id on Stripe's refund.</summary>
    public const string RefundOrderMetadata = "refund";

    /// <summary>The code of the error when a balance, ours or a partner's, holds less than is asked for: https://docs.stripe.com/error-codes</summary>
    public const string NoMoneyYet = "balance_insufficient";

    /// <summary>Stripe forgets idempotency keys after 24 hours; what is older than this is looked for before it is made.</summary>
    public static readonly TimeSpan KeyLifetime = TimeSpan.FromHours(20);

    /// <summary>A fixed word and our own row's id: calling again after a crash finds what the first call did.</summary>
    public static RequestOptions For(string word, Guid id) => new() { IdempotencyKey = $"{word}-{id:D}" };

    public static DateTimeOffset Moment(DateTime stripeTime) => new(DateTime.SpecifyKind(stripeTime, DateTimeKind.Utc));

    public static Money Amount(long minor, string currency) => new(minor, Currency.Of(currency));

    public static Guid? DonationIn(IDictionary<string, string>? metadata) => IdIn(metadata, DonationMetadata);

    /// <summary>Our row's id under that key.</summary>
    public static Guid? IdIn(IDictionary<string, string>? metadata, string key) =>
        metadata is not null && metadata.TryGetValue(key, out var text) && Guid.TryParse(text, out var id) ? id : null;
}
