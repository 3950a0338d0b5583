using System.Data;
using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SQLitePCL;

namespace Solidarity.Database.Sqlite;

/// <summary>The default database: one file.</summary>
public static class SqliteDatabase
{
    /// <summary>
    /// How long a writer waits for another, in seconds, before it gives up. The driver's own waiting (it looks again every 150 ms until
    /// its timeout) would be enough, but SQLite's looks sooner: eight writers at once were done in a quarter of the time. So
    /// the timeout of the connection is handed on to SQLite, and the driver only sees when it is over.
    /// </summary>
    private const int BusySeconds = 15;

    static SqliteDatabase()
    {
        Batteries_V2.Init();
        // Counting what it has allocated costs SQLite a lock for each piece, which all connections share, and nobody reads it.
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    public static DbContextOptionsBuilder UseSolidaritySqlite(this DbContextOptionsBuilder options, string connectionString)
    {
        var connection = new SqliteConnectionStringBuilder(connectionString) { DefaultTimeout = BusySeconds }.ToString();
        return options
            .UseSqlite(connection, sqlite => sqlite.MigrationsAssembly(typeof(SqliteDatabase).Assembly.GetName().Name))
            .ReplaceService<IModelCustomizer, SqliteModel>()
            .UsePlainConnections()
            .AddInterceptors(Snapshots.Instance);
    }

    /// <summary>In WAL a deferred transaction that only reads is a snapshot; EF's own would be the one writer.</summary>
    private sealed class Snapshots : DbTransactionInterceptor
    {
        public static readonly Snapshots Instance = new();

        public override InterceptionResult<DbTransaction> TransactionStarting(
            DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result) =>
            eventData.IsolationLevel == IsolationLevel.Snapshot
                ? InterceptionResult<DbTransaction>.SuppressWithResult(((SqliteConnection)connection).BeginTransaction(deferred: true))
                : result;

        public override ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
            DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(TransactionStarting(connection, eventData, result));
    }

    /// <summary>SQLite has no type for moments: they are kept as UTC text of fixed width, which sorts as time does and can be read by eye.</summary>
    private sealed class SqliteModel(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
    {
        private const string Format = "yyyy-MM-dd HH:mm:ss.ffffff'Z'";

        private static readonly ValueConverter<DateTimeOffset, string> Moment = new(
            moment => moment.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture),
            text => DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));

        public override void Customize(ModelBuilder modelBuilder, DbContext context)
        {
            base.Customize(modelBuilder, context);
            foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(t => t.GetProperties()))
            {
                if (Nullable.GetUnderlyingType(property.ClrType) == typeof(DateTimeOffset) || property.ClrType == typeof(DateTimeOffset))
                    property.SetValueConverter(Moment);
            }
        }
    }
}
