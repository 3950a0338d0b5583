using static Solidarity.StripeSandbox.Api.Rules;

namespace Solidarity.StripeSandbox.Webhooks;

/// <summary>https://docs.stripe.com/api/events.</summary>
internal static class EventEndpoints
{
    private const string Path = "/v1/events";

    private static readonly Shape ListShape = new()
    {
        { "created", Rules.Range }, { "delivery_success", YesNo }, { "type", Text }, { "types", ListOf(Text) },
    };

    public static IEnumerable<ApiRoute> All =>
    [
        ApiRoute.List(Path, ListShape, List),
        ApiRoute.Get(Path + "/{id}", call => call.Render(call.Subject<StripeEvent>("event"))),
    ];

    private static JsonObject List(Call call)
    {
        var given = call.Params;
        if (given.Has("type") && given.Has("types")) throw Refuse.Malformed("You may only specify one of these parameters: type, types.", null, "type");
        var patterns = given.Has("type") ? [given.Required("type")] : given.Texts("types");
        var delivered = given.Text("delivery_success");
        bool Fits(Resource resource) => resource is StripeEvent found
            && (patterns.Count == 0 || patterns.Any(pattern => Matches(pattern, found.Type)))
            && (delivered is null || found.IsUndelivered == (delivered == "false"))
            && Page.Between(given, "created", found.Created);
        return Page.Cut(call, Path, Source(call, patterns, delivered), Fits);
    }

    /// <summary>The shortest list that holds every answer.</summary>
    private static IReadOnlyList<Resource> Source(Call call, IReadOnlyList<string> patterns, string? delivered)
    {
        if (delivered == "false" && !call.Params.Has("starting_after") && !call.Params.Has("ending_before"))
            return [.. call.Store.Undelivered.All.Where(found => found.Account == call.Account)];
        return patterns.Count == 1 && !patterns[0].Contains('*', StringComparison.Ordinal)
            ? call.Store.List(call.Account, typeof(StripeEvent), "type", patterns[0])
            : call.Store.List(call.Account, typeof(StripeEvent));
    }

    /// <summary><c>charge.*</c> stands for every type that begins so.</summary>
    private static bool Matches(string pattern, string type) =>
        pattern.EndsWith('*') ? type.StartsWith(pattern[..^1], StringComparison.Ordinal) : type == pattern;
}
