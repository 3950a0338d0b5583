namespace Solidarity.StripeSandbox.Api;

/// <summary>
/// Form-encoded parameters as a tree: <c>a[b][c]=x</c>, <c>a[0][b]=x</c>, <c>a[]=x</c>. A node is a text or has children;
/// a list is a node whose children are numbered.
/// </summary>
internal sealed class FormNode
{
    public string? Text { get; private set; }

    public Dictionary<string, FormNode> Children { get; } = [];

    /// <summary>Query and body together, as Stripe takes both.</summary>
    public static async Task<FormNode> Read(HttpRequest request)
    {
        var root = new FormNode();
        foreach (var (key, values) in request.Query)
            foreach (var value in values) root.Add(key, value ?? "");
        if (!request.HasFormContentType)
        {
            if (request.ContentLength > 0)
                throw Refuse.Malformed("Invalid request: this address takes application/x-www-form-urlencoded.");
            return root;
        }

        foreach (var (key, values) in await ReadBody(request))
            foreach (var value in values) root.Add(key, value ?? "");
        return root;
    }

    private static async Task<IFormCollection> ReadBody(HttpRequest request)
    {
        try
        {
            return await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or BadHttpRequestException)
        {
            throw Refuse.Malformed("Invalid request: the body could not be read as a form.");
        }
    }

    /// <summary>One line a parameter in the order of the names: equal requests have equal texts.</summary>
    public string Canonical() => Text ?? "{" + string.Join('&', Children
        .OrderBy(child => child.Key, StringComparer.Ordinal)
        .Select(child => $"{Uri.EscapeDataString(child.Key)}={child.Value.Canonical()}")) + "}";

    private void Add(string key, string value)
    {
        var node = this;
        foreach (var part in Split(key)) node = node.Child(part.Length == 0 ? $"{node.Children.Count}" : part);
        node.Text = value;
    }

    private FormNode Child(string name)
    {
        if (!Children.TryGetValue(name, out var child)) Children[name] = child = new FormNode();
        return child;
    }

    private static string[] Split(string key)
    {
        var open = key.IndexOf('[', StringComparison.Ordinal);
        return open <= 0 || !key.EndsWith(']') ? [key] : [key[..open], .. key[(open + 1)..^1].Split("][")];
    }
}
