using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;

namespace Solidarity.App.Tests.Speed;

/// <summary>What a database would do for a statement, and what of that costs more the more gifts there are.</summary>
public static partial class QueryPlan
{
    /// <summary>Tables that grow with projects, with days, or with what administrators do, and not with gifts: read whole they cost nothing.</summary>
    private static readonly HashSet<string> Small =
    [
        "Campaigns", "CampaignTotals", "CampaignDays", "CampaignNeeds", "CampaignAdditions", "Projects", "ProjectQuestions", "ProjectPeople", "ProjectTranslations", "Organisations", "Partners", "Memberships",
        "MealProgrammes", "MealPartners", "CareSites", "MealCounts", "MealWeeks", "LedgerAccounts", "Updates", "SettingsVersions", "Reviews", "Reports", "Differences", "Pictures", "StoryVersions", "Thanks", "PayoutReports", "Payouts", "__EFMigrationsHistory",
    ];

    /// <param name="mayOrder">It sorts what it has found: few rows, whatever the number of gifts.</param>
    /// <returns>One sentence for each part that reads or sorts a table of many rows as a whole.</returns>
    public static Task<List<string>> TroublesAsync(SolidarityDb db, WatchedQuery query, bool mayOrder) => db.Database.ProviderName!.Split('.')[^1] switch
    {
        // Asked for nothing, where a list was empty.
        _ when query.Sql.TrimEnd().EndsWith("WHERE 0", StringComparison.Ordinal) => Task.FromResult(new List<string>()),
        "Sqlite" => InSqliteAsync(db, query, mayOrder),
        "PostgreSQL" => PostgresPlan.TroublesAsync(db, query, mayOrder),
        var provider => throw new NotSupportedException($"Nobody has taught this test to read the plans of {provider}."),
    };

    internal static bool IsSmall(string table) => Small.Contains(table);

    internal static async Task<List<TRow>> ExplainAsync<TRow>(SolidarityDb db, string explain, WatchedQuery query, Func<DbDataReader, TRow> read)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = explain + query.Sql;
        foreach (var (name, value) in query.Parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
            command.Parameters.Add(parameter);
        }

        var rows = new List<TRow>();
        try
        {
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                rows.Add(read(reader));
        }
        catch (DbException e)
        {
            throw new InvalidOperationException($"There is no plan of {query.Sql}", e);
        }

        return rows;
    }

    private static async Task<List<string>> InSqliteAsync(SolidarityDb db, WatchedQuery query, bool mayOrder)
    {
        var names = Named().Matches(query.Sql).GroupBy(m => m.Groups["alias"].Value).ToDictionary(g => g.Key, g => g.Select(m => m.Groups["table"].Value).ToHashSet());
        bool Grows(string alias) => names.TryGetValue(alias, out var tables) && !tables.All(Small.Contains);
        var troubles = new List<string>();
        var steps = await ExplainAsync(db, "EXPLAIN QUERY PLAN ", query, r => (Parent: r.GetInt32(1), Detail: r.GetString(3)));
        foreach (var level in steps.GroupBy(s => s.Parent))
        {
            // Along an index as far as LIMIT goes is no scan: its order is the one that was asked for, or the statement would sort.
            var sorts = level.Any(s => s.Detail.StartsWith("USE TEMP B-TREE FOR ORDER BY", StringComparison.Ordinal));
            var walks = !sorts && query.Sql.Contains("LIMIT", StringComparison.Ordinal) && query.Sql.Contains("ORDER BY", StringComparison.Ordinal);
            if (!walks)
                troubles.AddRange(level.Select(s => s.Detail).Where(step => Scan().Match(step) is { Success: true } m && Grows(m.Groups["alias"].Value)));

            if (sorts && !mayOrder && level.Any(s => Found().Match(s.Detail) is { Success: true } m && Grows(m.Groups["alias"].Value) && !Single().IsMatch(s.Detail)))
                troubles.Add("sorts what it found: " + string.Join(" | ", level.Select(s => s.Detail)));
        }

        return troubles;
    }

    [GeneratedRegex("""(?:FROM|JOIN|UPDATE|INTO) "(?<table>\w+)"(?: AS "(?<alias>\w+)")?""")]
    private static partial Regex Named();

    [GeneratedRegex("""^SCAN (?<alias>\w+)""")]
    private static partial Regex Scan();

    [GeneratedRegex("""^(?:SCAN|SEARCH) (?<alias>\w+)""")]
    private static partial Regex Found();

    /// <summary>By a key: one row at most.</summary>
    [GeneratedRegex("""\((?:Id|rowid|DonationId|Token|Number|ChargeId|SessionId|StripeTransferId)=\?\)$""")]
    private static partial Regex Single();
}
