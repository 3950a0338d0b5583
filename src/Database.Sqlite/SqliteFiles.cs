using Microsoft.Data.Sqlite;

namespace Solidarity.Database.Sqlite;

/// <summary>The database as a file: taken while the site runs, looked at before it is trusted.</summary>
public static class SqliteFiles
{
    private const int Busy = 5;
    private const int Locked = 6;

    /// <param name="connectionString">As it is configured.</param>
    /// <returns>Where the file lies.</returns>
    public static string PathOf(string connectionString) => Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource);

    /// <summary>
    /// A copy of one moment, by SQLite's online backup: whoever writes meanwhile goes on, and is not in it (https://sqlite.org/backup.html). All pages in one
    /// step, so that no writer makes it begin anew.
    /// </summary>
    /// <param name="connectionString">As it is configured.</param>
    /// <param name="copy">Where there is no file yet.</param>
    public static void CopyTo(string connectionString, string copy)
    {
        using var source = Open(PathOf(connectionString), SqliteOpenMode.ReadWrite);
        using (var target = Open(copy, SqliteOpenMode.ReadWriteCreate))
            source.BackupDatabase(target);
        // One file, without the write-ahead log beside it.
        using var alone = Open(copy, SqliteOpenMode.ReadWrite);
        Run(alone, "PRAGMA journal_mode = DELETE");
    }

    /// <summary>What SQLite itself finds wrong in the file, or null.</summary>
    public static string? Fault(string path)
    {
        try
        {
            using var connection = Open(path, SqliteOpenMode.ReadWrite);
            return Run(connection, "PRAGMA integrity_check(1)") is string and not "ok" and var fault ? fault : null;
        }
        catch (SqliteException e)
        {
            return e.Message;
        }
    }

    /// <summary>Whether a process has the file open: nothing may be put in its place then.</summary>
    public static bool IsInUse(string path)
    {
        try
        {
            using var connection = Open(path, SqliteOpenMode.ReadWrite);
            // In WAL, who only has it open holds a lock that this needs (https://sqlite.org/pragma.html#pragma_locking_mode).
            Run(connection, "PRAGMA locking_mode = EXCLUSIVE");
            Run(connection, "BEGIN EXCLUSIVE");
            Run(connection, "ROLLBACK");
            return false;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is Busy or Locked)
        {
            return true;
        }
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 1 }.ToString());
        connection.Open();
        return connection;
    }

    private static object? Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
