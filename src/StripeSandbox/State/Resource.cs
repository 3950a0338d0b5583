using System.Text.Json.Serialization;

namespace Solidarity.StripeSandbox.State;

/// <summary>
/// One object of Stripe's API as the sandbox keeps it. It is written to the journal whole, as one JSON object with its
/// <c>kind</c>, whenever it changes; what Stripe shows of it is made by <see cref="Render"/>.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Account), "account")]
[JsonDerivedType(typeof(BalanceTransaction), "balance_transaction")]
[JsonDerivedType(typeof(Charge), "charge")]
[JsonDerivedType(typeof(ClockSetting), "clock")]
[JsonDerivedType(typeof(Customer), "customer")]
[JsonDerivedType(typeof(DeliveredMark), "delivered")]
[JsonDerivedType(typeof(Dispute), "dispute")]
[JsonDerivedType(typeof(Intent), "payment_intent")]
[JsonDerivedType(typeof(OnboardingLink), "account_link")]
[JsonDerivedType(typeof(Payout), "payout")]
[JsonDerivedType(typeof(Refund), "refund")]
[JsonDerivedType(typeof(RememberedAnswer), "answer")]
[JsonDerivedType(typeof(Reversal), "transfer_reversal")]
[JsonDerivedType(typeof(Session), "session")]
[JsonDerivedType(typeof(StripeEvent), "event")]
[JsonDerivedType(typeof(Transfer), "transfer")]
[JsonDerivedType(typeof(WebhookSetting), "webhook")]
internal abstract class Resource
{
    public required string Id { get; init; }

    /// <summary>The account in whose books it is: the platform's or a connected one's.</summary>
    public required string Account { get; init; }

    /// <summary>Unix seconds of the sandbox clock.</summary>
    public required long Created { get; init; }

    public Dictionary<string, string> Metadata { get; set; } = [];

    /// <summary>Order of insertion, which is the order of every list: the clock may be moved, this not.</summary>
    [JsonIgnore]
    public long Sequence { get; set; }

    /// <summary>Whether lists show it; settings and remembered answers are only found by id.</summary>
    [JsonIgnore]
    public virtual bool IsListed => true;

    /// <summary>What lists may be filtered by: Stripe's parameter name and this object's value.</summary>
    [JsonIgnore]
    public virtual IEnumerable<(string Name, string? Value)> Keys => [];

    /// <summary>When something happens to it by itself (unix seconds of the sandbox clock), or null.</summary>
    [JsonIgnore]
    public virtual long? DueAt => null;

    /// <summary>Does what <see cref="DueAt"/> announced.</summary>
    public virtual void FallDue(Work work) => throw new InvalidOperationException($"{Id} has nothing that falls due.");

    /// <summary>The object as Stripe's API answers it, with ids where Stripe has expandable fields.</summary>
    public virtual JsonObject Render(View view) => throw new InvalidOperationException($"{Id} is not shown by the API.");

    /// <summary>Fields that Stripe leaves out unless they are asked for in <c>expand</c>.</summary>
    public virtual JsonNode? RenderOnDemand(View view, string field) => null;
}

/// <summary>What rendering may look at.</summary>
/// <param name="Store">To follow ids.</param>
/// <param name="Now">Unix seconds of the sandbox clock.</param>
/// <param name="PublicUrl">What the sandbox's own addresses begin with.</param>
internal readonly record struct View(Store Store, long Now, string PublicUrl);
