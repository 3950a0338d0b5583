using System.Text.Json;
using System.Text.Json.Serialization;

namespace Stripe.Infrastructure;

/// <summary>A <see cref="StripeList{T}"/> can be enumerated, but is an object in JSON, not an array.</summary>
internal sealed class StripeListConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(StripeList<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed record Page<T>(string? Object, List<T?>? Data, bool HasMore, string? Url);

    private sealed class Converter<T> : JsonConverter<StripeList<T>>
    {
        public override StripeList<T>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<Page<T>>(ref reader, options) is { } page
                ? new() { Object = page.Object ?? "list", Data = [.. (page.Data ?? []).OfType<T>()], HasMore = page.HasMore, Url = page.Url }
                : null;

        public override void Write(Utf8JsonWriter writer, StripeList<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, new Page<T>(value.Object, [.. value.Data], value.HasMore, value.Url), options);
    }
}
