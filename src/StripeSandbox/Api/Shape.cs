using System.Collections;

namespace Solidarity.StripeSandbox.Api;

/// <summary>
/// What parameters an endpoint takes. A name that ends in <c>!</c> is required. Checking is strict, as Stripe's is:
/// what is not listed is refused.
/// </summary>
internal sealed class Shape : IEnumerable<string>
{
    private readonly Dictionary<string, Rule> rules = [];
    private readonly List<string> required = [];
    private readonly bool takesAnything;

    public Shape()
        : this(false)
    {
    }

    private Shape(bool takesAnything) => this.takesAnything = takesAnything;

    public static Shape Anything { get; } = new(true);

    public void Add(string name, Rule rule)
    {
        var bare = name.TrimEnd('!');
        rules[bare] = rule;
        if (bare != name) required.Add(bare);
    }

    /// <summary>The shape of a whole request, which may also ask for expansions.</summary>
    public Shape AsRequest()
    {
        rules["expand"] = Rules.ListOf(Rules.Text);
        return this;
    }

    /// <summary>The shape of a list's request (https://docs.stripe.com/api/pagination).</summary>
    public Shape AsList()
    {
        rules["limit"] = Rules.Whole;
        rules["starting_after"] = Rules.Text;
        rules["ending_before"] = Rules.Text;
        return AsRequest();
    }

    public void Check(FormNode form, string path = "")
    {
        if (takesAnything) return;
        var unknown = form.Children.Keys.Where(name => !rules.ContainsKey(name)).Select(name => Inside(path, name)).ToList();
        if (unknown.Count > 0)
        {
            var noun = unknown.Count == 1 ? "parameter" : "parameters";
            throw Refuse.Malformed($"Received unknown {noun}: {string.Join(", ", unknown)}", "parameter_unknown", unknown[0]);
        }

        foreach (var name in required.Where(name => !form.Children.ContainsKey(name)))
            throw Refuse.Malformed($"Missing required param: {Inside(path, name)}.", "parameter_missing", Inside(path, name));
        foreach (var (name, child) in form.Children) rules[name](child, Inside(path, name));
    }

    public IEnumerator<string> GetEnumerator() => rules.Keys.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static string Inside(string path, string name) => path.Length == 0 ? name : $"{path}[{name}]";
}
