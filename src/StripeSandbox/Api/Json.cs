namespace Solidarity.StripeSandbox.Api;

internal static class Json
{
    /// <summary>Adds fields that Stripe always answers and the sandbox has nothing to say about.</summary>
    public static JsonObject WithNulls(this JsonObject target, string names)
    {
        foreach (var name in names.Split(' ')) target[name] = null;
        return target;
    }

    public static JsonObject Of(Dictionary<string, string> metadata)
    {
        var result = new JsonObject();
        foreach (var (key, value) in metadata) result[key] = value;
        return result;
    }

    public static JsonArray Texts(IEnumerable<string> values) => new([.. values.Select(value => (JsonNode)value)]);
}
