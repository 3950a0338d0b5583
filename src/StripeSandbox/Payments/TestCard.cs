namespace Solidarity.StripeSandbox.Payments;

/// <summary>What a test card does when it is charged.</summary>
internal enum CardBehaviour
{
    Pays,
    Declines,
    AsksForAuthentication,
    IsDisputed,
    PaysAtOnce,
    /// <summary>Pays; a refund succeeds at first and fails some time later.</summary>
    FailsRefunds,
}

/// <summary>A card of https://docs.stripe.com/testing.</summary>
/// <param name="Code">Stripe's error code when it declines.</param>
/// <param name="DeclineCode">Stripe's decline code when it declines.</param>
/// <param name="Token">The part after <c>pm_card_</c> of the payment method that stands for it in the API.</param>
internal sealed record TestCard(string Number, string Brand, string Country, CardBehaviour Behaviour, string? Code = null, string? DeclineCode = null, string? Token = null)
{
    private static readonly Dictionary<string, TestCard> Known = new TestCard[]
    {
        new("4242424242424242", "visa", "US", CardBehaviour.Pays, Token: "visa"),
        new("4000056655665556", "visa", "US", CardBehaviour.Pays, Token: "visa_debit"),
        new("5555555555554444", "mastercard", "US", CardBehaviour.Pays, Token: "mastercard"),
        new("2223003122003222", "mastercard", "US", CardBehaviour.Pays),
        new("5200828282828210", "mastercard", "US", CardBehaviour.Pays, Token: "mastercard_debit"),
        new("378282246310005", "amex", "US", CardBehaviour.Pays, Token: "amex"),
        new("4000000560000004", "visa", "BE", CardBehaviour.Pays, Token: "be"),
        new("4000002500000003", "visa", "FR", CardBehaviour.Pays, Token: "fr"),
        new("4000002760000016", "visa", "DE", CardBehaviour.Pays, Token: "de"),
        new("4000003800000008", "visa", "IT", CardBehaviour.Pays, Token: "it"),
        new("4000005280000002", "visa", "NL", CardBehaviour.Pays, Token: "nl"),
        new("4000000000000077", "visa", "US", CardBehaviour.PaysAtOnce, Token: "bypassPending"),
        new("4000000000005126", "visa", "US", CardBehaviour.FailsRefunds, Token: "refundFail"),
        new("4000000000000002", "visa", "US", CardBehaviour.Declines, "card_declined", "generic_decline", "visa_chargeDeclined"),
        new("4000000000009995", "visa", "US", CardBehaviour.Declines, "card_declined", "insufficient_funds", "visa_chargeDeclinedInsufficientFunds"),
        new("4000000000009987", "visa", "US", CardBehaviour.Declines, "card_declined", "lost_card", "visa_chargeDeclinedLostCard"),
        new("4000000000009979", "visa", "US", CardBehaviour.Declines, "card_declined", "stolen_card", "visa_chargeDeclinedStolenCard"),
        new("4000000000000069", "visa", "US", CardBehaviour.Declines, "expired_card", "expired_card", "chargeDeclinedExpiredCard"),
        new("4000000000000127", "visa", "US", CardBehaviour.Declines, "incorrect_cvc", "incorrect_cvc", "chargeDeclinedIncorrectCvc"),
        new("4000000000000119", "visa", "US", CardBehaviour.Declines, "processing_error", "processing_error", "chargeDeclinedProcessingError"),
        new("4000002760003184", "visa", "DE", CardBehaviour.AsksForAuthentication, Token: "authenticationRequired"),
        new("4000002500003155", "visa", "FR", CardBehaviour.AsksForAuthentication, Token: "authenticationRequiredOnSetup"),
        new("4000000000003220", "visa", "US", CardBehaviour.AsksForAuthentication, Token: "threeDSecure2Required"),
        new("4000000000000259", "visa", "US", CardBehaviour.IsDisputed, Token: "createDispute"),
    }.ToDictionary(card => card.Number);

    public string Last4 => Number[^4..];

    /// <summary>A number that is nobody's test card is declined, as Stripe declines real cards in test mode.</summary>
    public static TestCard Of(string number) => Known.GetValueOrDefault(number)
        ?? new(number, number[0] == '5' ? "mastercard" : number[0] == '3' ? "amex" : "visa", "US", CardBehaviour.Declines, "card_declined", "test_mode_live_card");

    public static TestCard? OfPaymentMethod(string id) =>
        Known.Values.FirstOrDefault(card => id == "pm_card_" + card.Token);
}
