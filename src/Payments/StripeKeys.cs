using Solidarity.Domain;
using Stripe;

namespace Solidarity.Payments;

internal static class StripeKeys
{
    /// <summary>The metadata key that carries our donation's id on sessions, payment intents and, copied by Stripe, charges.</summary>
    public const string DonationMetadata = "donation";

    /// <summary>The metadata key that carries our transfer's id on Stripe's.</summary>
    public const string TransferMetadata = "transfer";

    /// <summary>A fixed word and our own row's id: calling again after a crash finds what the first call did.</summary>
    public static RequestOptions For(string word, Guid id) => new() { IdempotencyKey = $"{word}-{id:D}" };

    public static DateTimeOffset Moment(DateTime stripeTime) => new(DateTime.SpecifyKind(stripeTime, DateTimeKind.Utc));

    public static Money Amount(long minor, string currency) => new(minor, Currency.Of(currency));

    public static Guid? DonationIn(IDictionary<string, string>? metadata) =>
        metadata is not null && metadata.TryGetValue(DonationMetadata, out var text) && Guid.TryParse(text, out var id) ? id : null;
}
