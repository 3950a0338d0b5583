using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;

namespace Solidarity.App.Tests.Speed;

/// <summary>
/// A plan as PostgreSQL makes it for a million rows in every table, when reading whole tables is forbidden as far as it can be: what is left of that no index
/// can do.
/// </summary>
internal static partial class PostgresPlan
{
    /// <summary>
    /// Where a table holds anything at all, let it hold a million rows: of few, any index is as good as another. A bitmap of what an index found loses its
    /// order, and whether that is cheaper is a guess made from the size of the table.
    /// </summary>
    private const string Begin = "BEGIN; SET LOCAL enable_seqscan = off; SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off; SET LOCAL enable_bitmapscan = off; UPDATE pg_class SET reltuples = 1e6, relpages = 1 WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace";

    private const string Empty = "SELECT relname AS \"Value\" FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND pg_relation_size(oid) = 0";

    /// <inheritdoc cref="QueryPlan.TroublesAsync"/>
    public static async Task<List<string>> TroublesAsync(SolidarityDb db, WatchedQuery query, bool mayOrder)
    {
        await db.Database.OpenConnectionAsync();
        var empty = (await db.Database.SqlQueryRaw<string>(Empty).ToListAsync()).ToHashSet();
        await db.Database.ExecuteSqlRawAsync(Begin);
        var plan = (await QueryPlan.ExplainAsync(db, "EXPLAIN (FORMAT JSON) ", query, r => r.GetString(0))).Single();
        await db.Database.ExecuteSqlRawAsync("ROLLBACK");
        var troubles = new List<string>();
        Look(JsonNode.Parse(plan)![0]!["Plan"]!, false);
        return troubles;

        bool HasRows(JsonNode node) => !empty.Contains((string)node["Relation Name"]!);

        void Look(JsonNode node, bool isLimited)
        {
            var kind = (string)node["Node Type"]!;
            if (kind == "Seq Scan" && Grows(node) && HasRows(node))
                troubles.Add("reads all of " + node["Relation Name"]);
            // Along an index as far as LIMIT goes is no scan; nor is it where it spares a sort that may be: how many rows belong to one other it can but guess here.
            if (!mayOrder && kind is "Index Scan" or "Index Only Scan" && node["Index Cond"] is null && !isLimited && Grows(node) && HasRows(node))
                troubles.Add($"reads all of {node["Relation Name"]} along {node["Index Name"]}");
            if (kind.EndsWith("Sort", StringComparison.Ordinal) && !mayOrder && Below(node).Any(n => Grows(n) && HasRows(n) && !Few().IsMatch((string?)(n["Index Cond"] ?? n["Recheck Cond"]) ?? "")))
                troubles.Add("sorts what it found: " + string.Join(" | ", Below(node).Select(n => $"{n["Node Type"]} {n["Relation Name"]} {n["Index Cond"] ?? n["Recheck Cond"]}")));
            // What sorts, counts or collects reads all that comes to it.
            var goesOn = kind == "Limit" || (isLimited && kind is "Nested Loop" or "Subquery Scan" or "Result" or "Memoize" or "Append");
            foreach (var below in Children(node))
                Look(below, goesOn);
        }
    }

    private static IEnumerable<JsonNode> Children(JsonNode node) => node["Plans"]?.AsArray().Select(n => n!) ?? [];

    private static IEnumerable<JsonNode> Below(JsonNode node) => Children(node).SelectMany(n => Below(n).Prepend(n));

    private static bool Grows(JsonNode node) => (string?)node["Relation Name"] is { } table && !QueryPlan.IsSmall(table);

    /// <summary>What belongs to one gift, one giver, one message.</summary>
    [GeneratedRegex("""^\(\(?"?(?:Id|DonationId|Token|Number|ChargeId|SessionId|StripeTransferId|Email|EmailKey|SubjectId|ObjectId|TransactionId|TransferId)"?\)?(?:::\w+)? = [^=]*\)$""")]
    private static partial Regex Few();
}
