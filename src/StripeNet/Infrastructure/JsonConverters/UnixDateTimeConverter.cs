using System.Text.Json;
using System.Text.Json.Serialization;

namespace Stripe.Infrastructure;

internal sealed class UnixDateTimeConverter : JsonConverter<DateTime>
{
    public override bool HandleNull => true;

    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is JsonTokenType.Null)
            return DateTimeUtils.UnixEpoch;
        if (reader.TokenType is not JsonTokenType.Number || !reader.TryGetInt64(out var seconds))
            throw new JsonException("Not a Unix time in seconds.");
        try
        {
            return DateTimeUtils.FromUnixSeconds(seconds);
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw new JsonException("A Unix time beyond the calendar.", e);
        }
    }

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(DateTimeUtils.ToUnixSeconds(value));
}
