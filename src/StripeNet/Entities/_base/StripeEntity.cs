using System.Text.Json;
using System.Text.Json.Serialization;
using Stripe.Infrastructure;

namespace Stripe;

/// <summary>Base of every parsed object. Fields we do not map are ignored, so that Stripe may add to its answers.</summary>
public abstract class StripeEntity : IStripeEntity
{
    /// <summary>The answer this object came in; null for nested objects and webhook bodies.</summary>
    [JsonIgnore]
    public StripeResponse? StripeResponse { get; set; }

    /// <summary>Parses by the object's own <c>object</c> name; null for a kind that is not mapped here.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static IHasObject? FromJson(string value) => JsonUtils.Deserialize<IHasObject>(value);

    /// <exception cref="JsonException">The text is not JSON, or not of this shape.</exception>
    public static T FromJson<T>(string value)
        where T : IStripeEntity => JsonUtils.Deserialize<T>(value) ?? throw new JsonException("The JSON text is null.");

    public string ToJson() => JsonUtils.Serialize(this, GetType());

    public override string ToString() => $"<{GetType().FullName} id={(this as IHasId)?.Id}> JSON: {ToJson()}";
}
