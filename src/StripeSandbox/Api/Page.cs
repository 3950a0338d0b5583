namespace Solidarity.StripeSandbox.Api;

/// <summary>Stripe's lists: newest first, pages by the id before or after (https://docs.stripe.com/api/pagination).</summary>
internal static class Page
{
    /// <summary>Answers a list request.</summary>
    /// <param name="keys">Parameters that are matched against <see cref="Resource.Keys"/>.</param>
    /// <param name="only">A further condition.</param>
    public static JsonObject Of<T>(Call call, string url, string[] keys, Func<T, bool>? only = null)
        where T : Resource
    {
        var wanted = keys.Where(call.Params.Has).Select(name => (Name: name, Value: call.Params.Required(name))).ToList();
        var source = wanted.Count == 0
            ? call.Store.List(call.Account, typeof(T))
            : call.Store.List(call.Account, typeof(T), wanted[0].Name, wanted[0].Value);
        return Cut(call, url, source, resource =>
            wanted.Skip(1).All(key => resource.Keys.Contains((key.Name, key.Value)))
            && Between(call.Params, "created", resource.Created)
            && (only is null || only((T)resource)));
    }

    /// <summary>Cuts one page out of a list that is in order of insertion.</summary>
    public static JsonObject Cut(Call call, string url, IReadOnlyList<Resource> source, Func<Resource, bool> fits)
    {
        var limit = Limit(call.Params);
        var (after, before) = (call.Params.Text("starting_after"), call.Params.Text("ending_before"));
        if (after is not null && before is not null)
            throw Refuse.Malformed("You can only specify one of these parameters: ending_before, starting_after.", null, "starting_after");
        var walk = before is null ? Older(source, At(call, source, after, "starting_after")) : Newer(source, At(call, source, before, "ending_before"));
        var found = walk.Where(fits).Take(limit + 1).ToList();
        var page = found.Take(limit);
        return List(url, (before is null ? page : page.Reverse()).Select(call.Render), found.Count > limit);
    }

    public static JsonObject List(string url, IEnumerable<JsonObject> data, bool hasMore = false) => new()
    {
        ["object"] = "list",
        ["data"] = new JsonArray([.. data]),
        ["has_more"] = hasMore,
        ["url"] = url,
    };

    /// <summary>Whether a time lies in a range parameter (<c>created</c>, <c>arrival_date</c>).</summary>
    public static bool Between(Params parameters, string name, long value)
    {
        if (parameters.Object(name) is not { } range) return true;
        if (range.Node.Text is not null) return value == parameters.Whole(name);
        return !(value <= range.Whole("gt")) && !(value < range.Whole("gte")) && !(value >= range.Whole("lt")) && !(value > range.Whole("lte"));
    }

    private static int Limit(Params parameters) => parameters.Whole("limit") switch
    {
        null => 10,
        >= 1 and <= 100 and var limit => (int)limit,
        var limit => throw Refuse.Malformed(
            $"This value must be {(limit < 1 ? "greater than or equal to 1" : "less than or equal to 100")}.", "parameter_invalid_integer", "limit"),
    };

    private static IEnumerable<Resource> Older(IReadOnlyList<Resource> source, int? from)
    {
        for (var at = (from ?? source.Count) - 1; at >= 0; at--) yield return source[at];
    }

    private static IEnumerable<Resource> Newer(IReadOnlyList<Resource> source, int? from)
    {
        for (var at = (from ?? -1) + 1; at < source.Count; at++) yield return source[at];
    }

    private static int? At(Call call, IReadOnlyList<Resource> source, string? id, string param)
    {
        if (id is null) return null;
        var resource = call.Store.Find<Resource>(id) ?? throw Refuse.NoSuch("object", id, param);
        var at = Store.Position(source, resource.Sequence);
        return at >= 0 ? at : throw Refuse.NoSuch("object", id, param);
    }
}
