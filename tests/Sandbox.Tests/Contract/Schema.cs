namespace Solidarity.Sandbox.Tests.Contract;

/// <summary>
/// Checks JSON against the part of OpenAPI 3 schemas that the description uses: type, nullable, required, properties, items,
/// enum, anyOf, allOf, $ref.
/// </summary>
public sealed class Schema(JsonNode document)
{
    private readonly JsonObject schemas = document["components"]!["schemas"]!.AsObject();

    /// <summary>What is wrong, each with its path; empty when nothing is.</summary>
    public IReadOnlyList<string> Problems(string name, JsonNode? value) => [.. Check(schemas[name]!.AsObject(), value, name)];

    public bool Knows(string name) => schemas.ContainsKey(name);

    private IEnumerable<string> Check(JsonObject schema, JsonNode? value, string path)
    {
        if (schema["$ref"] is { } reference) schema = schemas[((string)reference!).Split('/')[^1]]!.AsObject();
        if (value is null) return (bool?)schema["nullable"] == true ? [] : [$"{path}: null"];
        if (schema["allOf"] is JsonArray every) return every.SelectMany(one => Check(one!.AsObject(), value, path));
        if (schema["anyOf"] is JsonArray any) return AnyOf(any, value, path);
        return TypeFits((string?)schema["type"], value)
            ? [.. Enum(schema, value, path), .. Required(schema, value, path), .. Inside(schema, value, path)]
            : [$"{path}: {value.ToJsonString()} is no {schema["type"]}"];
    }

    /// <summary>The problems of the choice that fits best.</summary>
    private List<string> AnyOf(JsonArray choices, JsonNode value, string path) =>
        choices.Select(choice => Check(choice!.AsObject(), value, path).ToList()).MinBy(problems => problems.Count)!;

    private static bool TypeFits(string? type, JsonNode value) => type switch
    {
        null => true,
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value.GetValueKind() == System.Text.Json.JsonValueKind.String,
        "boolean" => value.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False,
        "integer" => value is JsonValue number && number.GetValueKind() == System.Text.Json.JsonValueKind.Number && long.TryParse(number.ToJsonString(), out _),
        "number" => value.GetValueKind() == System.Text.Json.JsonValueKind.Number,
        _ => throw new InvalidOperationException($"No such type: {type}"),
    };

    private static IEnumerable<string> Enum(JsonObject schema, JsonNode value, string path) =>
        schema["enum"] is JsonArray allowed && !allowed.Any(one => JsonNode.DeepEquals(one, value)) ? [$"{path}: {value.ToJsonString()} is not among the values"] : [];

    private static IEnumerable<string> Required(JsonObject schema, JsonNode value, string path) =>
        (schema["required"]?.AsArray() ?? []).Where(name => !value.AsObject().ContainsKey((string)name!)).Select(name => $"{path}.{name}: missing");

    private IEnumerable<string> Inside(JsonObject schema, JsonNode value, string path)
    {
        if (value is JsonArray list && schema["items"] is JsonObject item)
            return list.SelectMany((one, index) => Check(item, one, $"{path}[{index}]"));
        if (value is JsonObject fields && schema["properties"] is JsonObject known)
            return fields.SelectMany(field => known[field.Key] is JsonObject inner ? Check(inner, field.Value, $"{path}.{field.Key}") : Unknown(schema, path, field.Key));
        return [];
    }

    /// <summary>A field that Stripe does not have is as wrong as one that is missing.</summary>
    private static string[] Unknown(JsonObject schema, string path, string field) =>
        schema["additionalProperties"] is null ? [$"{path}.{field}: unknown"] : [];
}
