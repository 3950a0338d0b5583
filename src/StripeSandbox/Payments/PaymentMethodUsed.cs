using System.Security.Cryptography;
using System.Text;

namespace Solidarity.StripeSandbox.Payments;

/// <summary>The card or bank account that a payment is tried with. The number is a test number: keeping it harms nobody.</summary>
/// <param name="Id">A payment method id.</param>
/// <param name="Type">card or sepa_debit.</param>
/// <param name="Number">Card number or IBAN, without spaces.</param>
/// <param name="ExpiryMonth">1 to 12; 0 for a bank account.</param>
/// <param name="ExpiryYear">Four digits; 0 for a bank account.</param>
internal sealed record PaymentMethodUsed(string Id, string Type, string Number, int ExpiryMonth, int ExpiryYear, string? Email, string? Name)
{
    public bool IsCard => Type == "card";

    public static PaymentMethodUsed Card(string number, int month, int year, string? email, string? name) =>
        new(Ids.New("pm_"), "card", number, month, year, email, name);

    public static PaymentMethodUsed SepaDebit(string iban, string? email, string? name) =>
        new(Ids.New("pm_"), "sepa_debit", iban, 0, 0, email, name);

    public JsonObject RenderBilling(string? country = null) => new()
    {
        ["address"] = new JsonObject { ["country"] = country }.WithNulls("city line1 line2 postal_code state"),
        ["email"] = Email,
        ["name"] = Name,
        ["phone"] = null,
        ["tax_id"] = null,
    };

    public JsonObject RenderDetails(bool authenticated, string? account = null) => IsCard ? CardDetails(authenticated, account) : BankDetails(account);

    /// <summary>Sixteen letters and figures, the same for one number in one account: https://docs.stripe.com/api/charges/object#charge_object-payment_method_details-card-fingerprint</summary>
    private string Fingerprint(string? account) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{account} {Number}")).AsSpan(0, 8));

    private JsonObject CardDetails(bool authenticated, string? account)
    {
        var card = TestCard.Of(Number);
        return new JsonObject
        {
            ["card"] = new JsonObject
            {
                ["brand"] = card.Brand,
                ["checks"] = new JsonObject { ["address_line1_check"] = null, ["address_postal_code_check"] = null, ["cvc_check"] = "pass" },
                ["country"] = card.Country,
                ["exp_month"] = ExpiryMonth,
                ["exp_year"] = ExpiryYear,
                ["fingerprint"] = Fingerprint(account),
                ["funding"] = "credit",
                ["last4"] = card.Last4,
                ["network"] = card.Brand,
                ["three_d_secure"] = authenticated ? ThreeDSecure() : null,
            }.WithNulls("amount_authorized authorization_code installments mandate network_token network_transaction_id regulated_status transaction_link_id wallet"),
            ["type"] = "card",
        };
    }

    private static JsonObject ThreeDSecure() => new JsonObject
    {
        ["authentication_flow"] = "challenge",
        ["electronic_commerce_indicator"] = "05",
        ["result"] = "authenticated",
        ["version"] = "2.2.0",
    }.WithNulls("exemption_indicator result_reason transaction_id");

    private JsonObject BankDetails(string? account) => new()
    {
        ["sepa_debit"] = new JsonObject
        {
            ["bank_code"] = Number.Substring(4, Math.Min(8, Number.Length - 4)),
            ["branch_code"] = null,
            ["country"] = Number[..2],
            ["fingerprint"] = Fingerprint(account),
            ["last4"] = Number[^4..],
            ["mandate"] = "mandate_" + Id[3..],
        },
        ["type"] = "sepa_debit",
    };
}
