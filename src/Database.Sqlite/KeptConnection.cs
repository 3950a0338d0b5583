using System.Data;
using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Solidarity.Database.Sqlite;

/// <summary>
/// A connection whose handle stays open when it is closed, with the statements that it ran: SQLite reads and plans a statement each time that it is prepared,
/// which was a third of a page of a dozen short questions. EF's contexts are pooled, each with its connection, so both are used again.
/// </summary>
internal sealed class KeptConnection(string connectionString) : SqliteConnection(connectionString)
{
    /// <summary>Handles that a process keeps: more than ask at one moment. Further ones go back to the driver, so that many who read slowly cost no memory.</summary>
    private const int MostKept = 64;

    /// <summary>More than a page asks, few enough that they are nothing beside the rest of the memory: some kilobytes each.</summary>
    private const int MostStatements = 64;

    private static int _kept;

    // Those that nobody runs at the moment; who was used last is last.
    private readonly OrderedDictionary<string, SqliteCommand> _statements = [];
    private readonly HashSet<KeptCommand> _running = [];

    private bool _isKept;
    private bool _isAsleep;

    /// <remarks>Closed for everybody else while the handle waits for the next who opens.</remarks>
    public override ConnectionState State => _isAsleep ? ConnectionState.Closed : base.State;

    /// <summary>
    /// WAL lets readers go on while one writes; FULL makes a commit survive a power cut, which money asks for. What is deleted is overwritten: who was erased
    /// is not to be read in the file.
    /// </summary>
    public override void Open()
    {
        if (_isAsleep || State == ConnectionState.Open)
        {
            _isAsleep = false;
            return;
        }

        base.Open();
        try
        {
            // A plan that holds for every value: or a statement with a LIMIT would be planned anew each time that its value is set.
            _ = raw.sqlite3_db_config(Handle!, raw.SQLITE_DBCONFIG_ENABLE_QPSG, 1, out _);
            using var settings = new SqliteCommand(string.Create(
                CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {DefaultTimeout * 1000}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;"), this);
            settings.ExecuteNonQuery();
        }
        catch
        {
            base.Close();
            throw;
        }

        _isKept = Interlocked.Increment(ref _kept) <= MostKept;
        if (!_isKept)
            Interlocked.Decrement(ref _kept);
    }

    /// <summary>Ends what was begun and read; the handle stays.</summary>
    public override void Close()
    {
        if (State != ConnectionState.Open)
            return;
        foreach (var command in _running.ToList())
            command.Return();
        Transaction?.Dispose();
        _isAsleep = _isKept;
        if (_isKept)
            return;
        base.Close();
        // The driver has disposed them.
        _statements.Clear();
    }

    protected override void Dispose(bool disposing)
    {
        if (_isKept)
            Interlocked.Decrement(ref _kept);
        (_isKept, _isAsleep) = (false, false);
        base.Dispose(disposing);
    }

    protected override DbCommand CreateDbCommand() => new KeptCommand(this) { Transaction = Transaction };

    private SqliteCommand Take(string text) => _statements.Remove(text, out var kept) ? kept : new SqliteCommand(text, this);

    private void GiveBack(SqliteCommand command)
    {
        // What is bound stays with the statement until something else is: nothing large.
        var keeps = !command.Parameters.Cast<SqliteParameter>().Any(p => p.Value is byte[]);
        command.Parameters.Clear();
        command.Transaction = null;
        // The same may have been asked while an answer was being read.
        if (!keeps || !_statements.TryAdd(command.CommandText, command))
        {
            command.Dispose();
            return;
        }

        if (_statements.Count <= MostStatements)
            return;
        var (_, oldest) = _statements.GetAt(0);
        _statements.RemoveAt(0);
        oldest.Dispose();
    }

    /// <summary>What EF fills and runs once; a kept statement runs in its place.</summary>
    private sealed class KeptCommand(KeptConnection connection) : SqliteCommand(null, connection)
    {
        private SqliteCommand? _statement;
        private SqliteDataReader? _reader;

        /// <remarks>The ways to run without a reader come here too.</remarks>
        public override SqliteDataReader ExecuteReader(CommandBehavior behavior)
        {
            Return();
            var statement = connection.Take(CommandText);
            try
            {
                foreach (SqliteParameter parameter in Parameters)
                    statement.Parameters.Add(parameter);
                statement.Transaction = Transaction;
                statement.CommandTimeout = CommandTimeout;
                _reader = statement.ExecuteReader(behavior);
            }
            catch
            {
                statement.Dispose();
                throw;
            }

            _statement = statement;
            connection._running.Add(this);
            return _reader;
        }

        /// <summary>Ends the reading, and gives the statement back.</summary>
        public void Return()
        {
            if (_statement is not { } statement)
                return;
            _statement = null;
            connection._running.Remove(this);
            _reader!.Dispose();
            connection.GiveBack(statement);
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                Return();
            base.Dispose(disposing);
        }
    }
}
