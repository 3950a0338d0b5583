using System.Diagnostics;
using Npgsql;
using Solidarity.TestDatabases;

namespace Solidarity.Faults.Storms;

/// <summary>The database server, where there is one that is ours: the private PostgreSQL of tests/with-postgres.</summary>
internal static class Server
{
    private static readonly string Connection = Environment.GetEnvironmentVariable("SOLIDARITY_TEST_POSTGRES") ?? "";

    private static string Data => Path.Combine(new NpgsqlConnectionStringBuilder(Connection).Host!, "data");

    /// <returns>How many connections were ended; null where there is no such server.</returns>
    public static async Task<int?> CutAsync()
    {
        if (TestProvider.Name != TestProvider.Postgres)
            return null;
        try
        {
            await using var connection = new NpgsqlConnection(Connection + ";Pooling=false");
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname LIKE 'solidarity_of_%'", connection);
            return (int)(long)(await command.ExecuteScalarAsync())!;
        }
        catch (NpgsqlException)
        {
            return 0; // It is down already.
        }
    }

    /// <summary>SIGKILL to the server itself; its children follow. What it had acknowledged is in the kernel's hands and outlives it.</summary>
    /// <returns>False where there is no such server, or it is another machine's.</returns>
    public static async Task<bool> KillAsync()
    {
        if (TestProvider.Name != TestProvider.Postgres || !File.Exists(Path.Combine(Data, "postmaster.pid")))
            return false;
        using var kill = Process.Start("kill", ["-KILL", File.ReadLines(Path.Combine(Data, "postmaster.pid")).First()]);
        await kill.WaitForExitAsync();
        return true;
    }

    /// <summary>With the very words that it was started with before, as often as it takes for the dead one's children to be gone.</summary>
    public static async Task StartAsync()
    {
        var words = (await File.ReadAllTextAsync(Path.Combine(Data, "postmaster.opts"))).Trim();
        var log = Path.Combine(Path.GetDirectoryName(Data)!, "log");
        var owner = Environment.UserName == "root" ? "setpriv --reuid=postgres --regid=postgres --clear-groups env -u TMPDIR " : "";
        for (var tries = 0; tries < 60; tries++)
        {
            using (var start = Process.Start(new ProcessStartInfo("sh", ["-c", $"cd / && {owner}setsid {words} >>{log} 2>&1 </dev/null &"]))!)
                await start.WaitForExitAsync();
            for (var looks = 0; looks < 10; looks++)
            {
                await Task.Delay(200);
                if (await AnswersAsync())
                    return;
            }
        }

        throw new InvalidOperationException($"PostgreSQL did not start again:\n{await File.ReadAllTextAsync(log)}");
    }

    private static async Task<bool> AnswersAsync()
    {
        try
        {
            await using var connection = new NpgsqlConnection(Connection + ";Pooling=false;Timeout=2");
            await connection.OpenAsync();
            return true;
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            return false;
        }
    }
}
