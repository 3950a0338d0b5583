using System.Text.Json;

namespace Stripe.Infrastructure.FormEncoding;

/// <summary>
/// Writes options the way Stripe reads them: <c>line_items[0][price_data][currency]=eur</c>. Unset properties are left out;
/// an empty text or list, or a null within metadata, is sent as empty, which unsets the value at Stripe. Source: https://docs.stripe.com/api.
/// </summary>
internal static class FormEncoder
{
    public static string CreateQueryString(BaseOptions? options) =>
        string.Join('&', Flatten(options).Select(pair => $"{Escape(pair.Key)}={Escape(pair.Value)}"));

    public static HttpContent CreateHttpContent(BaseOptions? options) =>
        new StringContent(CreateQueryString(options), System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");

    public static IEnumerable<KeyValuePair<string, string>> Flatten(BaseOptions? options) =>
        options is null
            ? []
            : JsonUtils.ToElement(options).EnumerateObject().SelectMany(property => Flatten(property.Name, property.Value));

    private static IEnumerable<KeyValuePair<string, string>> Flatten(string key, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object =>
            value.EnumerateObject().SelectMany(property => Flatten($"{key}[{property.Name}]", property.Value)),
        JsonValueKind.Array when value.GetArrayLength() > 0 =>
            value.EnumerateArray().SelectMany((item, index) => Flatten(string.Create(null, $"{key}[{index}]"), item)),
        _ => [new(key, Text(value))],
    };

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => value.GetRawText(),
        _ => "",
    };

    // Stripe reads brackets as they are; left so, logs stay legible.
    private static string Escape(string text) =>
        Uri.EscapeDataString(text).Replace("%5B", "[", StringComparison.Ordinal).Replace("%5D", "]", StringComparison.Ordinal);
}
