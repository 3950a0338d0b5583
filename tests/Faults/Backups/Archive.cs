using System.Diagnostics;
using Npgsql;
using Solidarity.TestDatabases;

namespace Solidarity.Faults.Backups;

/// <summary>A backup as docs/operating.md makes it: of SQLite one file, of PostgreSQL a dump, made first, and the files.</summary>
internal sealed class Archive(Running.Site site, string file)
{
    private string Dump => file + ".dump";

    public async Task TakeAsync()
    {
        if (TestProvider.IsSqlite)
        {
            await ProgramAsync(site.Data, "backup", file);
            return;
        }

        await ServerToolAsync("pg_dump", "--format=custom", "--file", Dump, "--dbname", Named(site.Data));
        await ProgramAsync(site.Data, "backup", file, "--files-only");
    }

    /// <returns>What verify-ledger said of the restored books, which agree.</returns>
    public async Task<string> RestoreAsync(string data)
    {
        if (!TestProvider.IsSqlite)
        {
            await OwnDatabase.Of(data).MakeEmptyAsync();
            await ServerToolAsync("pg_restore", "--exit-on-error", "--dbname", Named(data), Dump);
        }

        await ProgramAsync(data, "restore", file);
        return await ProgramAsync(data, "verify-ledger");
    }

    private static string Named(string data)
    {
        var server = new NpgsqlConnectionStringBuilder(OwnDatabase.Of(data).ConnectionString);
        return $"host={server.Host} user={server.Username} dbname={server.Database}";
    }

    private async Task<string> ProgramAsync(string data, params string[] command)
    {
        var (exit, said) = await site.RunAsync(data, command);
        Assert.True(exit == 0, said);
        return said.Trim();
    }

    private static async Task ServerToolAsync(string tool, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardError = true })!;
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, said);
    }
}
