using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

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

    public static DbContextOptionsBuilder UseSolidaritySqlite(this DbContextOptionsBuilder options, string connectionString)
    {
        var connection = new SqliteConnectionStringBuilder(connectionString) { DefaultTimeout = BusySeconds }.ToString();
        return options
            .UseSqlite(connection, sqlite => sqlite.MigrationsAssembly(typeof(SqliteDatabase).Assembly.GetName().Name))
            .ReplaceService<IModelCustomizer, SqliteModel>()
            .UsePlainConnections()
            .AddInterceptors(Pragmas.Instance, Snapshots.Instance);
    }

    /// <summary>
    /// WAL lets readers go on while one writes; FULL makes a commit survive a power cut, which money asks for. They stay with
    /// the handle, which the driver keeps for the next who opens. What is deleted is overwritten: who was erased is not to be read in the file.
    /// </summary>
    private sealed class Pragmas : DbConnectionInterceptor
    {
        public static readonly Pragmas Instance = new();

        private readonly ConditionalWeakTable<object, object> _set = [];

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            var sqlite = (SqliteConnection)connection;
            if (_set.TryGetValue(sqlite.Handle!, out _))
                return;
            using var command = sqlite.CreateCommand();
            command.CommandText = string.Create(
                CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {sqlite.DefaultTimeout * 1000}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;");
            command.ExecuteNonQuery();
            _set.TryAdd(sqlite.Handle!, this);
        }

        // The driver does nothing asynchronously.
        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
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
