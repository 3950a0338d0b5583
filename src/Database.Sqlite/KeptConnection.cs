using System.Data;
using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Solidarity.Database.Sqlite;

/// <summary>
/// A connection that stays open as long as its owner lives, and keeps the statements that it ran: SQLite reads and plans a statement each time that it is
/// prepared, which was a third of a page of a dozen short questions. EF's contexts are pooled, each with its connection, so both are used again.
/// </summary>
internal sealed class KeptConnection(string connectionString) : SqliteConnection(connectionString)
{
    /// <summary>More than a page asks, few enough that they are nothing beside the rest of the memory: some kilobytes each.</summary>
    private const int MostStatements = 64;

    // Those that nobody runs at the moment; who was used last is last.
    private readonly OrderedDictionary<string, SqliteCommand> _statements = [];

    private bool _ends;

    /// <summary>
    /// WAL lets readers go on while one writes; FULL makes a commit survive a power cut, which money asks for. What is deleted is overwritten: who was erased
    /// is not to be read in the file.
    /// </summary>
    public override void Open()
    {
        if (State == ConnectionState.Open)
            return;
        base.Open();
        // A plan that holds for every value: or a statement with a LIMIT would be planned anew each time (https://sqlite.org/queryplanner-ng.html, section 5).
        _ = raw.sqlite3_db_config(Handle!, raw.SQLITE_DBCONFIG_ENABLE_QPSG, 1, out _);
        using var settings = new SqliteCommand(string.Create(
            CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {DefaultTimeout * 1000}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;"), this);
        settings.ExecuteNonQuery();
    }

    /// <summary>Nothing: what is opened again at once need not be closed. <see cref="Dispose"/> closes.</summary>
    public override void Close()
    {
        if (_ends)
            base.Close();
    }

    protected override void Dispose(bool disposing)
    {
        _ends = true;
        base.Dispose(disposing);
    }

    protected override DbCommand CreateDbCommand() => new KeptCommand(this);

    private SqliteCommand Take(string text)
    {
        if (_statements.Remove(text, out var kept))
            return kept;
        var command = new SqliteCommand(text, this);
        try
        {
            command.Prepare();
            return command;
        }
        catch
        {
            command.Dispose();
            throw;
        }
    }

    private void GiveBack(SqliteCommand command)
    {
        command.Parameters.Clear();
        command.Transaction = null;
        // The same may have been asked while an answer was being read.
        if (!_statements.TryAdd(command.CommandText, command))
            command.Dispose();
        else if (_statements.Count > MostStatements)
        {
            var (_, oldest) = _statements.GetAt(0);
            _statements.RemoveAt(0);
            oldest.Dispose();
        }
    }

    /// <summary>What EF fills and runs once; a kept statement runs in its place.</summary>
    private sealed class KeptCommand(KeptConnection connection) : SqliteCommand(null, connection)
    {
        private SqliteCommand? _running;

        /// <remarks>The ways to run without a reader come here too.</remarks>
        public override SqliteDataReader ExecuteReader(CommandBehavior behavior)
        {
            Return();
            var command = connection.Take(CommandText);
            try
            {
                foreach (SqliteParameter parameter in Parameters)
                    command.Parameters.Add(parameter);
                command.Transaction = Transaction;
                command.CommandTimeout = CommandTimeout;
                var reader = command.ExecuteReader(behavior);
                _running = command;
                return reader;
            }
            catch
            {
                command.Dispose();
                throw;
            }
        }

        protected override void Dispose(bool disposing)
        {
            Return();
            base.Dispose(disposing);
        }

        // Its reader is closed by now.
        private void Return()
        {
            if (_running is not { } command)
                return;
            _running = null;
            connection.GiveBack(command);
        }
    }
}
