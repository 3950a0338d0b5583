using System.Globalization;

namespace Solidarity.StripeSandbox.Api;

/// <summary>Refuses a parameter's value, or does nothing.</summary>
internal delegate void Rule(FormNode node, string path);

/// <summary>The kinds of parameters. Limits of metadata: https://docs.stripe.com/api/metadata.</summary>
internal static class Rules
{
    /// <summary>A text; the empty one unsets a field, which few parameters allow (see <see cref="Unsettable"/>).</summary>
    public static readonly Rule Text = (node, path) =>
    {
        if (node.Text is null) throw Refuse.Malformed("Invalid string: {}", null, path);
        if (node.Text.Length == 0) throw Empty(path);
        if (node.Text.Length > 5000) throw Refuse.Malformed($"Invalid string: {path} must be at most 5000 characters", "parameter_invalid_string_too_long", path);
    };

    public static readonly Rule Unsettable = (node, path) =>
    {
        if (node.Text is null) throw Refuse.Malformed("Invalid string: {}", null, path);
    };

    public static readonly Rule Whole = (node, path) =>
    {
        if (node.Text is { Length: 0 }) throw Empty(path);
        if (!long.TryParse(node.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
            throw Refuse.Malformed($"Invalid integer: {node.Text ?? "{}"}", "parameter_invalid_integer", path);
    };

    public static readonly Rule YesNo = (node, path) =>
    {
        if (node.Text is not ("true" or "false")) throw Refuse.Malformed($"Invalid boolean: {node.Text ?? "{}"}", null, path);
    };

    public static readonly Rule Url = (node, path) =>
    {
        Text(node, path);
        if (!Uri.TryCreate(node.Text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            throw Refuse.Malformed("Not a valid URL", "url_invalid", path);
    };

    public static readonly Rule Email = (node, path) =>
    {
        Text(node, path);
        if (!EmailAddress.IsPlausible(node.Text!)) throw Refuse.Malformed($"Invalid email address: {node.Text}", "email_invalid", path);
    };

    public static readonly Rule Currency = (node, path) =>
    {
        Text(node, path);
        if (!Currencies.IsKnown(node.Text!))
            throw Refuse.Malformed($"Invalid currency: {node.Text}. Stripe currently supports these currencies: {string.Join(", ", Currencies.All)}", null, path);
    };

    public static readonly Rule Metadata = (node, path) =>
    {
        if (node.Text is { Length: > 0 }) throw Refuse.Malformed("Invalid object", null, path);
        if (node.Children.Count > 50) throw Refuse.Malformed("You can have up to 50 metadata keys.", null, path);
        foreach (var (key, value) in node.Children)
        {
            Unsettable(value, $"{path}[{key}]");
            if (key.Length > 40) throw Refuse.Malformed($"Metadata keys can have up to 40 characters, but you passed in a key that is {key.Length} characters. Invalid key: {key}", null, path);
            if (value.Text!.Length > 500) throw Refuse.Malformed($"Metadata values can have up to 500 characters, but you passed in a value that is {value.Text.Length} characters. Invalid value: {value.Text}", null, $"{path}[{key}]");
        }
    };

    /// <summary>Unix seconds, or bounds: <c>created[gte]=..</c>.</summary>
    public static readonly Rule Range = (node, path) =>
    {
        if (node.Text is not null) Whole(node, path);
        else new Shape { { "gt", Whole }, { "gte", Whole }, { "lt", Whole }, { "lte", Whole } }.Check(node, path);
    };

    /// <summary>Taken and not used: what Stripe does with it does not show in a sandbox without a dashboard.</summary>
    public static readonly Rule Ignored = (_, _) => { };

    public static Rule OneOf(params string[] values) => (node, path) =>
    {
        if (!values.Contains(node.Text)) throw Refuse.Malformed($"Invalid {path}: must be one of {Listed(values)}", null, path);
    };

    public static Rule ListOf(Rule item) => (node, path) =>
    {
        if (node.Text is not null || node.Children.Keys.Any(key => !int.TryParse(key, out _))) throw Refuse.Malformed("Invalid array", null, path);
        foreach (var (key, child) in node.Children) item(child, $"{path}[{key}]");
    };

    public static Rule Object(Shape shape) => (node, path) =>
    {
        if (node.Text is not null) throw Refuse.Malformed("Invalid object", null, path);
        shape.Check(node, path);
    };

    private static StripeError Empty(string path) => Refuse.Malformed(
        $"You passed an empty string for '{path}'. We assume empty values are an attempt to unset a parameter; however '{path}' cannot be unset. "
        + $"You should remove '{path}' from your request or supply a non-empty value.", "parameter_invalid_empty", path);

    private static string Listed(string[] values) =>
        values.Length < 3 ? string.Join(" or ", values) : string.Join(", ", values[..^1]) + ", or " + values[^1];
}
