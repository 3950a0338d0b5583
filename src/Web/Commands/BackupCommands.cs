using Solidarity.Web.Backups;

namespace Solidarity.Web.Commands;

/// <summary>The commands "backup FILE" and "restore FILE".</summary>
internal static class BackupCommands
{
    public static Task<int> BackupAsync(IServiceProvider services, string file, bool filesOnly, CancellationToken cancel) => OrSayWhyAsync(file, async () =>
    {
        await using var scope = services.CreateAsyncScope();
        var made = await ActivatorUtilities.CreateInstance<TakeBackup>(scope.ServiceProvider).RunAsync(file, filesOnly, cancel);
        Console.WriteLine($"{file}: {Said(made)}, {made.Parts.Sum(p => p.Bytes)} bytes before compression, schema {made.Schema}.");
        return 0;
    });

    public static Task<int> RestoreAsync(IServiceProvider services, string file, bool over, CancellationToken cancel) => OrSayWhyAsync(file, async () =>
    {
        var done = await ActivatorUtilities.CreateInstance<RestoreBackup>(services).RunAsync(file, over, cancel);
        Console.WriteLine($"Restored {file} of {done.Manifest.TakenAt:u}: {Said(done.Manifest)}.");
        if (done.Aside is { } aside)
            Console.WriteLine($"What was there before lies in {aside}.");
        if (done.Migrated.Count > 0)
            Console.WriteLine($"Migrated: {string.Join(", ", done.Migrated)}.");
        return done.Ledger is { } ledger && !CommandLine.SayLedger(ledger) ? 1 : 0;
    });

    private static string Said(Manifest manifest) => $"{(manifest.HasDatabase ? "the database" : "no database")} and {manifest.Parts.Count(p => p.Path != Manifest.Database)} files";

    private static async Task<int> OrSayWhyAsync(string file, Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (e is BackupTrouble or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(e is BackupTrouble ? $"The archive '{file}' {e.Message}" : $"{e.Message}");
            return 1;
        }
    }
}
