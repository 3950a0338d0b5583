using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Solidarity.App.Tests.Hostile;

/// <summary>What one request asked of the database.</summary>
internal sealed class WorkDone
{
    public int Commands { get; set; }

    public int Rows { get; set; }
}

/// <summary>Counts what each request asks of the database, marks what the application itself answers, and keeps what it logs as an error.</summary>
internal sealed class CountWork : DbCommandInterceptor, IStartupFilter, ILoggerProvider
{
    /// <summary>Set on every answer of the application; what its server refuses before has none.</summary>
    public const string Reached = "Test-Reached";

    private static readonly AsyncLocal<WorkDone?> Now = new();

    public ConcurrentDictionary<string, WorkDone> Most { get; } = new();

    public ConcurrentBag<string> Errors { get; } = [];

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, rest) =>
        {
            var work = Now.Value = new WorkDone();
            context.Response.OnStarting(() =>
            {
                context.Response.Headers[Reached] = "1";
                return Task.CompletedTask;
            });
            await rest(context);
            var most = Most.GetOrAdd((context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "none", _ => new WorkDone());
            lock (most)
                (most.Commands, most.Rows) = (Math.Max(most.Commands, work.Commands), Math.Max(most.Rows, work.Rows));
        });
        next(app);
    };

    public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result) => Counted(result);

    public override ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default) => ValueTask.FromResult(Counted(result));

    public override ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default) => ValueTask.FromResult(Counted(result));

    public override InterceptionResult DataReaderDisposing(DbCommand command, DataReaderDisposingEventData eventData, InterceptionResult result)
    {
        if (Now.Value is { } work)
            work.Rows += eventData.ReadCount;
        return result;
    }

    public ILogger CreateLogger(string categoryName) => new ErrorLog(categoryName, Errors);

    public void Dispose()
    {
    }

    private static T Counted<T>(T result)
    {
        if (Now.Value is { } work)
            work.Commands++;
        return result;
    }

    private sealed class ErrorLog(string category, ConcurrentBag<string> errors) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            // What jobs could not do is theirs to say, and what the database refused its caller may have expected; here, what requests broke.
            if (IsEnabled(logLevel) && Now.Value is not null && errors.Count < 50 && !category.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal))
                errors.Add($"{category}: {formatter(state, exception)} {exception}");
        }
    }
}
