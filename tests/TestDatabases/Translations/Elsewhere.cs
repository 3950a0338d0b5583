using System.Data;
using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;
using Solidarity.Database.Postgres;
using Solidarity.Database.SqlServer;
using Solidarity.Domain;

namespace Solidarity.TestDatabases.Translations;

/// <summary>Another database than the one that the tests run on, of which only the model and the translator are there: no connection is opened, no statement sent.</summary>
internal sealed class Elsewhere(string name, Action<DbContextOptionsBuilder> use)
{
    public static readonly Elsewhere Postgres = new("PostgreSQL", o => o.UseSolidarityPostgres("Host=nowhere"));
    public static readonly Elsewhere SqlServer = new("SQL Server", o => o.UseSolidaritySqlServer("Server=nowhere;Encrypt=True"));

    private static readonly MethodInfo Translate = typeof(Elsewhere).GetMethod(nameof(TranslateAs), BindingFlags.NonPublic | BindingFlags.Static)!;

    public string Name => name;

    /// <summary>Why this query, as EF has it when parameters are taken out, cannot become SQL here; null if it can.</summary>
    public string? FaultOf(Expression query)
    {
        var heard = new Heard();
        var options = new DbContextOptionsBuilder<SolidarityDb>();
        use(options);
        options.AddInterceptors(NoConnection.Instance, heard);
        using var db = new SolidarityDb(options.Options);
        var moved = new Moved(db);
        try
        {
            var here = moved.Visit(query);
            Translate.MakeGenericMethod(ResultOf(here.Type)).Invoke(null, [db, here, moved.Parameters, heard]);
        }
        catch (TargetInvocationException e) when (heard.Sql is null)
        {
            return e.InnerException!.Message;
        }
        catch (TargetInvocationException)
        {
            // Nobody answered: one row was expected, and none is there.
        }

        return heard.Sql is null ? "no statement came of it." : null;
    }

    private static void TranslateAs<TResult>(SolidarityDb db, Expression query, Dictionary<string, object?> parameters, Heard heard)
    {
        var ask = db.GetService<IDatabase>().CompileQuery<TResult>(query, async: false);
        var context = db.GetService<IQueryContextFactory>().Create();
        foreach (var (name, value) in parameters)
            context.Parameters[name] = value;
        if (ask(context) is IQueryingEnumerable rows)
            heard.Sql = rows.ToQueryString();
    }

    private static Type ResultOf(Type query) =>
        query.GetInterfaces().Append(query).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IQueryable<>)) is { } rows
            ? typeof(IEnumerable<>).MakeGenericType(rows.GetGenericArguments()[0])
            : query;

    /// <summary>The same query over the other model's tables, with a value for each parameter that is as good as another.</summary>
    private sealed class Moved(SolidarityDb db) : ExpressionVisitor
    {
        public Dictionary<string, object?> Parameters { get; } = [];

        protected override Expression VisitExtension(Expression node)
        {
            switch (node)
            {
                case EntityQueryRootExpression root:
                    return root.UpdateEntityType(db.Model.FindEntityType(root.EntityType.Name) ?? throw new InvalidOperationException($"{root.EntityType.Name} is not in the model."));
                case QueryParameterExpression parameter:
                    Parameters[parameter.Name] = SomeValue.Of(parameter.Type);
                    return node;
                default:
                    return base.VisitExtension(node);
            }
        }
    }

    private sealed class NoConnection : DbConnectionInterceptor
    {
        public static readonly NoConnection Instance = new();

        public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();
    }

    /// <summary>Hears what would be sent, and answers with nothing.</summary>
    private sealed class Heard : DbCommandInterceptor
    {
        public string? Sql { get; set; }

        public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
        {
            Sql = command.CommandText;
            return InterceptionResult<DbDataReader>.SuppressWithResult(new DataTable().CreateDataReader());
        }

        public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
        {
            Sql = command.CommandText;
            return InterceptionResult<int>.SuppressWithResult(0);
        }
    }
}
