using System.Text.Json;
using System.Text.Json.Serialization;

namespace Stripe.Infrastructure;

/// <summary>Reads <c>"ch_1"</c> and <c>{"id": "ch_1", ...}</c> alike.</summary>
internal sealed class ExpandableFieldConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(ExpandableField<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class Converter<T> : JsonConverter<ExpandableField<T>>
        where T : class, IHasId
    {
        public override ExpandableField<T>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType is JsonTokenType.String)
                return ExpandableField<T>.Of(reader.GetString());
            var element = JsonElement.ParseValue(ref reader);
            var value = element.Deserialize<T>(options);
            return value is not null ? ExpandableField<T>.Of(value) : ExpandableField<T>.Of(IdOf(element));
        }

        public override void Write(Utf8JsonWriter writer, ExpandableField<T> value, JsonSerializerOptions options)
        {
            if (value.ExpandedObject is { } expanded)
                JsonSerializer.Serialize(writer, expanded, expanded.GetType(), options);
            else
                writer.WriteStringValue(value.Id);
        }

        // An expanded object of a kind that is not mapped still tells its id.
        private static string? IdOf(JsonElement element) =>
            element.ValueKind is JsonValueKind.Object && element.TryGetProperty("id", out var id) && id.ValueKind is JsonValueKind.String
                ? id.GetString()
                : null;
    }
}
