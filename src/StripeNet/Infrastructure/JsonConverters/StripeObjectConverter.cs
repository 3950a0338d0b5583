using System.Text.Json;
using System.Text.Json.Serialization;

namespace Stripe.Infrastructure;

/// <summary>Chooses the type by the <c>object</c> field. A kind that is not mapped reads as null, as in Stripe.net.</summary>
internal sealed class StripeObjectConverter<T> : JsonConverter<T>
    where T : class, IHasObject
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return TypeOf(document.RootElement) is { } type && typeof(T).IsAssignableFrom(type)
            ? (T?)document.RootElement.Deserialize(type, options)
            : null;
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, value.GetType(), options);

    private static Type? TypeOf(JsonElement element) =>
        element.ValueKind is JsonValueKind.Object
        && element.TryGetProperty("object", out var name)
        && name.ValueKind is JsonValueKind.String
            ? StripeTypeRegistry.ObjectsToTypes.GetValueOrDefault(name.GetString()!)
            : null;
}
