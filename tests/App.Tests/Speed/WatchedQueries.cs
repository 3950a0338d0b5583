using System.Data;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Solidarity.App.Tests.Speed;

/// <summary>One statement as it was sent to the database.</summary>
public sealed record WatchedQuery(string Sql, IReadOnlyList<(string Name, object? Value)> Parameters);

/// <summary>Hears every statement that requests with a mark cause, as the site really sends it: other requests, tests and jobs are left out.</summary>
public sealed class WatchedQueries : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    public const string Mark = "X-Watched";

    // Any one of them knows the request that is going on.
    private static readonly HttpContextAccessor Request = new();

    private readonly List<IDisposable> _subscriptions = [];
    private readonly List<(string Mark, WatchedQuery Query)> _heard = [];

    public WatchedQueries() => _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    /// <param name="mark">What the request had in its head.</param>
    public IReadOnlyList<WatchedQuery> Heard(string mark)
    {
        lock (_heard)
            return [.. _heard.Where(h => h.Mark == mark).Select(h => h.Query).DistinctBy(q => q.Sql)];
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
            _subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key != RelationalEventId.CommandExecuting.Name || value.Value is not CommandEventData { Command: var command } || Request.HttpContext?.Request.Headers[Mark].ToString() is not { Length: > 0 } mark)
            return;
        // The same queries are translated for other databases, and sent nowhere.
        if (command.Connection?.State != ConnectionState.Open)
            return;
        // Marks within a transaction, and settings of the connection, have no plan.
        if (!command.CommandText.Contains("FROM", StringComparison.Ordinal) && !command.CommandText.Contains("UPDATE", StringComparison.Ordinal))
            return;
        lock (_heard)
            _heard.Add((mark, new WatchedQuery(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value))])));
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => _subscriptions.ForEach(s => s.Dispose());
}
