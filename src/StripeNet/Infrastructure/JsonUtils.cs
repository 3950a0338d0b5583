using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Stripe.Infrastructure;

/// <summary>Stripe's JSON names are our property names in snake case; the few others carry an attribute.</summary>
internal static class JsonUtils
{
    internal static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { KeepEmptyCollections } },
        Converters =
        {
            new Int64Converter(),
            new BooleanConverter(),
            new DecimalConverter(),
            new UnixDateTimeConverter(),
            new StripeObjectConverter<IHasObject>(),
            new StripeObjectConverter<IBalanceTransactionSource>(),
        },
    };

    public static T? Deserialize<T>(string json) => JsonSerializer.Deserialize<T>(json, Options);

    public static string Serialize(object value, Type type) => JsonSerializer.Serialize(value, type, Options);

    public static JsonElement ToElement(object value) => JsonSerializer.SerializeToElement(value, value.GetType(), Options);

    /// <summary>A list or dictionary that is never null in C# stays empty where Stripe sends null.</summary>
    private static void KeepEmptyCollections(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.Set is { } set && typeof(ICollection).IsAssignableFrom(property.PropertyType))
            {
                property.Set = (target, value) =>
                {
                    if (value is not null)
                        set(target, value);
                };
            }
        }
    }
}
