using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Stripe.Infrastructure;

/// <summary>Stripe sends some decimals as text (<c>unit_amount_decimal</c>) and others as numbers (<c>exchange_rate</c>).</summary>
internal sealed class DecimalConverter : JsonConverter<decimal>
{
    public override bool HandleNull => true;

    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Null => 0,
        JsonTokenType.String when decimal.TryParse(reader.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) => value,
        JsonTokenType.Number when reader.TryGetDecimal(out var value) => value,
        _ => throw new JsonException("Not a decimal."),
    };

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}
