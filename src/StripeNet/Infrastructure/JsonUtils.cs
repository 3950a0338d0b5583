using System.Text.Json;
using System.Text.Json.Serialization;

namespace Stripe.Infrastructure;

/// <summary>Stripe's JSON names are our property names in snake case; the few others carry an attribute.</summary>
internal static class JsonUtils
{
    internal static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
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
}
