using System.Collections.Concurrent;
using System.Diagnostics;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;

namespace Solidarity.TestDatabases.Translations;

/// <summary>
/// Every query that a test makes SQLite answer, updates and deletes of many rows too, is translated for PostgreSQL and SQL Server as well, down to its SQL, when EF
/// compiles it first. Whatever cannot be said there fails the test that asked it. Not seen: queries that no test runs, what SaveChanges writes, SQL written by hand
/// (there is none outside migrations), and whether the server would answer the same.
/// </summary>
public sealed class TranslateElsewhere : IQueryExpressionInterceptor
{
    public static readonly TranslateElsewhere Instance = new();

    private readonly ConcurrentDictionary<string, string?> _asked = new(StringComparer.Ordinal);

    /// <summary>How many different queries were translated.</summary>
    public int Count => _asked.Count;

    /// <summary>What could not be said to another database, with where it was asked: also where the site has swallowed the exception.</summary>
    public IEnumerable<string> Faults => _asked.Values.OfType<string>();

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
    {
        var fault = _asked.GetOrAdd(ExpressionPrinter.Print(queryExpression), text => FaultOf(queryExpression, text));
        return fault is null ? queryExpression : throw new NotTranslatedException(fault);
    }

    private static string? FaultOf(Expression query, string text)
    {
        foreach (var elsewhere in new[] { Elsewhere.Postgres, Elsewhere.SqlServer })
        {
            if (elsewhere.FaultOf(query) is { } fault)
                return $"Not on {elsewhere.Name}: {fault}\n{text}\nasked by {Place()}";
        }

        return null;
    }

    /// <summary>The first line of our own code below EF's.</summary>
    private static string Place() => new StackTrace(fNeedFileInfo: true).GetFrames()
        .FirstOrDefault(f => f.GetMethod()?.DeclaringType is { Namespace: { } space } && space.StartsWith("Solidarity.", StringComparison.Ordinal) && !space.StartsWith("Solidarity.TestDatabases", StringComparison.Ordinal))
        ?.ToString() ?? "somebody";
}

public sealed class NotTranslatedException(string message) : Exception(message);
