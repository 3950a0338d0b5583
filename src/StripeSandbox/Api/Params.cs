using System.Globalization;

namespace Solidarity.StripeSandbox.Api;

/// <summary>Reads parameters that a <see cref="Shape"/> has already found right.</summary>
internal readonly record struct Params(FormNode Node)
{
    public bool Has(string name) => Node.Children.ContainsKey(name);

    public string? Text(string name) => Node.Children.TryGetValue(name, out var child) && child.Text is { Length: > 0 } text ? text : null;

    public string Required(string name) => Text(name) ?? throw Refuse.Malformed($"Missing required param: {name}.", "parameter_missing", name);

    public long? Whole(string name) => Text(name) is { } text ? long.Parse(text, CultureInfo.InvariantCulture) : null;

    public bool Flag(string name) => Text(name) == "true";

    public string? Currency(string name = "currency") => Text(name)?.ToLowerInvariant();

    public Params? Object(string name) => Node.Children.TryGetValue(name, out var child) ? new Params(child) : null;

    public IReadOnlyList<Params> Objects(string name) =>
        [.. Items(name).Select(child => new Params(child))];

    public IReadOnlyList<string> Texts(string name) => [.. Items(name).Select(child => child.Text ?? "")];

    /// <summary>New metadata: an empty value leaves its key out.</summary>
    public Dictionary<string, string> Metadata(string name = "metadata") => Merged([], name);

    /// <summary>Metadata after an update: keys merge, an empty value removes its key, an empty text removes all.</summary>
    public Dictionary<string, string> Merged(Dictionary<string, string> before, string name = "metadata")
    {
        if (!Node.Children.TryGetValue(name, out var child)) return before;
        var after = child.Text is null ? new Dictionary<string, string>(before) : [];
        foreach (var (key, value) in child.Children)
        {
            if (value.Text is { Length: > 0 } text) after[key] = text;
            else after.Remove(key);
        }

        return after;
    }

    private IEnumerable<FormNode> Items(string name) => Node.Children.TryGetValue(name, out var child)
        ? child.Children.OrderBy(item => int.Parse(item.Key, CultureInfo.InvariantCulture)).Select(item => item.Value)
        : [];
}
