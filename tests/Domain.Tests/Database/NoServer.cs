using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Solidarity.Database.SqlServer;

namespace Solidarity.Domain.Tests.Database;

/// <summary>
/// Stands where SQL Server would: every statement is translated and written down, none is sent. Answers are empty, counts are zero,
/// and <see cref="NextRows"/> answers one query otherwise.
/// </summary>
internal sealed class NoServer
{
    public List<string> Statements { get; } = [];

    public Queue<DataTable> NextRows { get; } = new();

    public SolidarityDb Open()
    {
        var options = new DbContextOptionsBuilder<SolidarityDb>();
        options.UseSolidaritySqlServer("Server=nowhere;Encrypt=True").AddInterceptors(new Connections(), new Transactions(), new Commands(this));
        return new SolidarityDb(options.Options);
    }

    private DataTableReader Answer(string sql)
    {
        Statements.Add(sql);
        if (NextRows.TryDequeue(out var rows))
            return rows.CreateDataReader();
        var none = new DataTable { Locale = System.Globalization.CultureInfo.InvariantCulture };
        if (sql.StartsWith("SELECT COUNT", StringComparison.Ordinal))
        {
            none.Columns.Add("count", sql.StartsWith("SELECT COUNT_BIG", StringComparison.Ordinal) ? typeof(long) : typeof(int));
            none.Rows.Add(0);
        }
        else
        {
            // No rows, but as many columns as any query asks for.
            for (var i = 0; i < 30; i++)
                none.Columns.Add();
        }

        return none.CreateDataReader();
    }

    private sealed class Connections : DbConnectionInterceptor
    {
        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(InterceptionResult.Suppress());
    }

    private sealed class Transactions : DbTransactionInterceptor
    {
        public override ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
            DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(InterceptionResult<DbTransaction>.SuppressWithResult(new NoTransaction(connection, eventData.IsolationLevel)));
    }

    private sealed class Commands(NoServer server) : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(InterceptionResult<DbDataReader>.SuppressWithResult(server.Answer(command.CommandText)));

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            server.Statements.Add(command.CommandText);
            return ValueTask.FromResult(InterceptionResult<int>.SuppressWithResult(0));
        }
    }

    private sealed class NoTransaction(DbConnection connection, IsolationLevel level) : DbTransaction
    {
        public override IsolationLevel IsolationLevel => level;

        protected override DbConnection DbConnection => connection;

        public override void Commit()
        {
        }

        public override void Rollback()
        {
        }
    }
}
