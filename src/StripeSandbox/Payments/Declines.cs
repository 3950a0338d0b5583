namespace Solidarity.StripeSandbox.Payments;

/// <summary>Why banks say no, in Stripe's words (https://docs.stripe.com/declines/codes).</summary>
internal static class Declines
{
    public static readonly PaymentFailure AuthenticationFailed = new(
        "invalid_request_error", "payment_intent_authentication_failure", null,
        "The provided PaymentMethod has failed authentication. You can provide payment_method_data or a new PaymentMethod to attempt to fulfill this PaymentIntent again.", null);

    public static readonly PaymentFailure DebitFailed = new(
        "invalid_request_error", "payment_intent_payment_attempt_failed", null, "The payment failed.", null);

    public static PaymentFailure Of(TestCard card) => new("card_error", card.Code!, card.DeclineCode, Message(card), null);

    private static string Message(TestCard card) => card.DeclineCode switch
    {
        "insufficient_funds" => "Your card has insufficient funds.",
        "expired_card" => "Your card has expired.",
        "incorrect_cvc" => "Your card's security code is incorrect.",
        "processing_error" => "An error occurred while processing your card. Try again in a little bit.",
        "test_mode_live_card" => "Your card was declined. Your request was in test mode, but used a non test card. For a list of valid test cards, visit: https://stripe.com/docs/testing.",
        _ => "Your card was declined.",
    };
}
