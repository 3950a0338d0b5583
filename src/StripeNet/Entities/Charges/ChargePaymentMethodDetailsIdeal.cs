using System.Text.Json.Serialization;

namespace Stripe;

public class ChargePaymentMethodDetailsIdeal : StripeEntity<ChargePaymentMethodDetailsIdeal>
{
    public string? Bank { get; set; }

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

    public string? TransactionId { get; set; }

    public string? VerifiedName { get; set; }
}
