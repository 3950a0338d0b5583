using Microsoft.Data.Sqlite;

namespace Solidarity.Domain.Tests.Database;

/// <param name="Required">NOT NULL, and nothing stands in for what is not said.</param>
/// <param name="Nullable">May be read as NULL.</param>
internal sealed record Column(string Table, string Name, bool Required, bool Nullable);

/// <summary>What programs can run into in a SQLite file: columns, unique indexes, foreign keys, checks and triggers.</summary>
internal sealed record Schema(IReadOnlyDictionary<string, Column> Columns, IReadOnlySet<string> Tables, IReadOnlySet<string> Rules)
{
    public static Schema Read(SqliteConnection connection)
    {
        var tables = List(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\'").Select(r => r[0]).ToHashSet();
        var columns = tables.SelectMany(t => List(connection, $"SELECT name, \"notnull\", dflt_value IS NOT NULL, pk FROM pragma_table_info('{t}')")
            .Select(r => new Column(t, r[0], r[1] == "1" && r[2] == "0" && r[3] == "0", r[1] == "0" && r[3] == "0"))).ToDictionary(c => $"{c.Table}.{c.Name}");
        var unique = tables.SelectMany(t => List(connection, $"SELECT name FROM pragma_index_list('{t}') WHERE \"unique\" = 1")
            .Select(i => $"unique {t}({string.Join(", ", List(connection, $"SELECT name FROM pragma_index_info('{i[0]}')").Select(r => r[0]))})"));
        var foreign = tables.SelectMany(t => List(connection, $"SELECT \"from\", \"table\" FROM pragma_foreign_key_list('{t}')").Select(r => $"foreign key {t}.{r[0]} to {r[1]}"));
        var triggers = List(connection, "SELECT tbl_name, name FROM sqlite_master WHERE type = 'trigger'").Select(r => $"trigger {r[0]}.{r[1]}");
        var checks = List(connection, "SELECT name, sql FROM sqlite_master WHERE type = 'table'").SelectMany(r => ChecksIn(r[1]).Select(check => $"check {r[0]}.{check}"));
        return new Schema(columns, tables, unique.Concat(foreign).Concat(triggers).Concat(checks).ToHashSet());
    }

    /// <summary>
    /// Why a program that was written for this schema cannot go on with the later one: what it reads is gone, or what it writes is refused. Rules about new tables
    /// do not concern it.
    /// </summary>
    public IEnumerable<string> NotBorneBy(Schema later)
    {
        foreach (var table in Tables.Except(later.Tables))
            yield return $"table {table} is gone or has another name";
        foreach (var (name, column) in Columns.Where(c => later.Tables.Contains(c.Value.Table)))
        {
            if (!later.Columns.TryGetValue(name, out var now))
                yield return $"column {name} is gone or has another name";
            else if (now.Required && !column.Required)
                yield return $"column {name} must be given now";
            else if (now.Nullable && !column.Nullable)
                yield return $"column {name} may be NULL now, which was never read";
        }

        foreach (var (name, _) in later.Columns.Where(c => Tables.Contains(c.Value.Table) && !Columns.ContainsKey(c.Key) && c.Value.Required))
            yield return $"new column {name} must be given, and has no default";
        foreach (var rule in later.Rules.Except(Rules).Where(r => !Rules.Any(old => IsWider(old, r)) && Tables.Any(t => r.Contains($" {t}(", StringComparison.Ordinal) || r.Contains($" {t}.", StringComparison.Ordinal))))
            yield return $"new rule: {rule}";
    }

    /// <summary>
    /// A list of words that grew: all that was written may be written still. Who reads a word that it does not know fails there, and a message that failed is
    /// taken again later, by a node that knows it.
    /// </summary>
    private static bool IsWider(string old, string rule)
    {
        var (before, after) = (old.Split(" IN ("), rule.Split(" IN ("));
        return before.Length == 2 && after.Length == 2 && before[0] == after[0] && Words(before[1]).IsSubsetOf(Words(after[1]));

        static HashSet<string> Words(string list) => [.. list.TrimEnd(')').Split(", ")];
    }

    /// <summary>Names and conditions, so that a check that was changed is a new one.</summary>
    private static IEnumerable<string> ChecksIn(string sql) =>
        sql.Split('\n').Select(line => line.Trim().TrimEnd(',')).Where(line => line.StartsWith("CONSTRAINT \"CK_", StringComparison.Ordinal));

    private static List<string[]> List(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "" : reader.GetString(i))]);
        return rows;
    }
}
