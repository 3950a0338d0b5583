using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Stripe;
using Stripe.Infrastructure;

namespace Solidarity.StripeNet.Tests.Reference;

/// <summary>Walks a class and a schema side by side and names what the schema does not know.</summary>
internal static class SchemaNames
{
    public static IEnumerable<string> Unknown(Type type, JsonElement schema) => Unknown(type, [schema], type.Name, []);

    private static IEnumerable<string> Unknown(Type type, List<JsonElement> schemas, string path, HashSet<Type> seen)
    {
        if (!seen.Add(type))
            yield break;
        var candidates = schemas.SelectMany(Objects).ToList();
        foreach (var property in PropertiesOf(type))
        {
            var found = candidates
                .Where(c => c.TryGetProperty("properties", out var known) && known.TryGetProperty(property.Name, out _))
                .Select(c => c.GetProperty("properties").GetProperty(property.Name))
                .ToList();
            if (found.Count == 0)
                yield return $"{path}.{property.Name}";
            else if (Inner(property.PropertyType) is { } inner)
                foreach (var unknown in Unknown(inner, found, $"{path}.{property.Name}", seen))
                    yield return unknown;
        }
    }

    private static IEnumerable<JsonPropertyInfo> PropertiesOf(Type type) =>
        JsonUtils.Options.GetTypeInfo(type).Properties.Where(p => p.Get is not null || p.Set is not null);

    private static Type? Inner(Type type)
    {
        var inner = type.IsGenericType ? type.GetGenericArguments()[^1] : type;
        return inner.Namespace?.StartsWith("Stripe", StringComparison.Ordinal) is true && !inner.IsInterface && inner != typeof(UnmappedObject) ? inner : null;
    }

    /// <summary>The object schemas behind references, alternatives, lists and arrays.</summary>
    private static IEnumerable<JsonElement> Objects(JsonElement schema)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            var name = reference.GetString()!.Split('/')[^1];
            return Objects(StripeReference.Schema.GetProperty("components").GetProperty("schemas").GetProperty(name));
        }

        if (schema.TryGetProperty("items", out var items))
            return Objects(items);
        if (schema.TryGetProperty("properties", out var properties))
            return properties.TryGetProperty("data", out var data) && properties.TryGetProperty("has_more", out _) ? Objects(data) : [schema];
        return new[] { "anyOf", "allOf", "oneOf" }
            .Where(key => schema.TryGetProperty(key, out _))
            .SelectMany(key => schema.GetProperty(key).EnumerateArray())
            .SelectMany(Objects);
    }
}
