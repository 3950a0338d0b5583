using System.Text.Json.Serialization;

namespace Stripe;

public class ChargePaymentMethodDetailsBancontact : StripeEntity<ChargePaymentMethodDetailsBancontact>
{
    public string? BankCode { get; set; }

    public string? BankName { get; set; }

    public string? Bic { get; set; }

    [JsonIgnore]
    public string? GeneratedSepaDebitId
    {
        get => InternalGeneratedSepaDebit?.Id;
        set => InternalGeneratedSepaDebit = ExpandableField<UnmappedObject>.WithId(InternalGeneratedSepaDebit, value);
    }

    [JsonInclude, JsonPropertyName("generated_sepa_debit")]
    internal ExpandableField<UnmappedObject>? InternalGeneratedSepaDebit { get; set; }

    [JsonIgnore]
    public string? GeneratedSepaDebitMandateId
    {
        get => InternalGeneratedSepaDebitMandate?.Id;
        set => InternalGeneratedSepaDebitMandate = ExpandableField<UnmappedObject>.WithId(InternalGeneratedSepaDebitMandate, value);
    }

    [JsonInclude, JsonPropertyName("generated_sepa_debit_mandate")]
    internal ExpandableField<UnmappedObject>? InternalGeneratedSepaDebitMandate { get; set; }

    public string? IbanLast4 { get; set; }

    /// <summary><c>de</c>, <c>en</c>, <c>fr</c>, <c>nl</c>; Stripe may add others.</summary>
    public string? PreferredLanguage { get; set; }

    public string? VerifiedName { get; set; }
}
