namespace Solidarity.StripeSandbox.Api;

/// <summary>
/// <c>expand[]=data.payment_intent.latest_charge</c>: an id in the answer becomes its object, up to four levels deep
/// (https://docs.stripe.com/api/expanding_objects).
/// </summary>
internal static class Expansion
{
    private static readonly HashSet<string> Expandable =
    [
        "account", "balance_transaction", "balance_transactions", "charge", "customer", "data", "destination", "destination_payment",
        "failure_balance_transaction", "latest_charge", "line_items", "on_behalf_of", "payment_intent", "refunds", "reversals", "source",
        "source_transaction", "source_transfer", "source_transfer_reversal", "transfer", "transfer_reversal", "destination_payment_refund",
    ];

    /// <summary>What Stripe leaves out where it does not apply, and yet lets anybody ask for.</summary>
    private static readonly HashSet<(string? Object, string Field)> SometimesAbsent = [("refund", "failure_balance_transaction")];

    /// <summary>Refuses, before any work is done, what can never be expanded.</summary>
    public static void Check(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            var steps = path.Split('.');
            if (steps.Length - (steps[0] == "data" ? 1 : 0) > 4)
                throw Refuse.Malformed($"You cannot expand more than 4 levels of a property (Property: {path}).", null, "expand");
            if (!steps.All(Expandable.Contains)) throw CannotExpand(path);
        }
    }

    public static void Apply(JsonObject answer, IReadOnlyList<string> paths, View view)
    {
        foreach (var path in paths)
            Descend(answer, path.Split('.'), path, view);
    }

    private static void Descend(JsonNode node, ReadOnlySpan<string> steps, string path, View view)
    {
        if (steps.Length == 0) return;
        if (node is JsonArray list)
        {
            foreach (var item in list)
                if (item is not null) Descend(item, steps, path, view);
            return;
        }

        if (node is not JsonObject here) throw CannotExpand(path);
        var next = Open(here, steps[0], path, view);
        if (next is not null) Descend(next, steps[1..], path, view);
    }

    private static JsonNode? Open(JsonObject here, string field, string path, View view)
    {
        if (!here.TryGetPropertyValue(field, out var value))
        {
            if (SometimesAbsent.Contains(((string?)here["object"], field))) return null;
            var onDemand = here["id"] is { } id ? view.Store.Find<Resource>((string?)id)?.RenderOnDemand(view, field) : null;
            return here[field] = onDemand ?? throw CannotExpand(path);
        }

        if (value is not JsonValue) return value;
        if (!value.AsValue().TryGetValue<string>(out var text) || view.Store.Find<Resource>(text) is not { } found || field == "id")
            throw CannotExpand(path);
        return here[field] = found.Render(view);
    }

    private static StripeError CannotExpand(string path) =>
        Refuse.Malformed($"This property cannot be expanded ({path}).", null, "expand");
}
