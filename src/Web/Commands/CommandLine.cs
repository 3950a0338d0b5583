using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Ledger;
using Solidarity.Domain.Messages;

namespace Solidarity.Web.Commands;

/// <summary>What the program does besides being the site: the first word after its name.</summary>
public static class CommandLine
{
    /// <returns>The command; null to run the site.</returns>
    public static Func<IServiceProvider, CancellationToken, Task<int>>? Find(string[] args) => args switch
    {
        ["migrate"] => MigrateAsync,
        ["verify-ledger"] => VerifyLedgerAsync,
        ["retry-messages"] => RetryMessagesAsync,
        ["create-admin", var email] => (services, cancel) => CreateAdminCommand.RunAsync(services, email, cancel),
        ["backup", var file] when !IsFlag(file) => (services, cancel) => BackupCommands.BackupAsync(services, file, false, cancel),
        ["backup", var file, "--files-only"] => (services, cancel) => BackupCommands.BackupAsync(services, file, true, cancel),
        ["restore", var file] when !IsFlag(file) => (services, cancel) => BackupCommands.RestoreAsync(services, file, false, cancel),
        ["restore", var file, "--over"] => (services, cancel) => BackupCommands.RestoreAsync(services, file, true, cancel),
        ["demo"] => DemoCommand.RunAsync,
        [] or [['-', ..], ..] => null,
        [var other, ..] when other.Contains('=', StringComparison.Ordinal) => null,
        [var other, ..] => (_, _) => UnknownAsync(other),
    };

    private static bool IsFlag(string word) => word.StartsWith('-');

    private static async Task<int> MigrateAsync(IServiceProvider services, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SolidarityDb>();
        var pending = (await db.Database.GetPendingMigrationsAsync(cancel)).ToList();
        await db.Database.MigrateAsync(cancel);
        Console.WriteLine(pending.Count == 0 ? "The database is up to date." : $"Migrated: {string.Join(", ", pending)}.");
        return 0;
    }

    private static async Task<int> VerifyLedgerAsync(IServiceProvider services, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<VerifyLedger>().RunAsync(cancel);
        var agrees = SayLedger(report);
        var differences = await scope.ServiceProvider.GetRequiredService<SolidarityDb>().Differences.Where(d => d.SettledAt == null).OrderBy(d => d.Id).ToListAsync(cancel);
        foreach (var difference in differences)
            Console.WriteLine($"Differs from Stripe since {difference.FoundAt:u}: {difference.What}");
        return agrees && differences.Count == 0 ? 0 : 1;
    }

    /// <returns>Whether it has no fault.</returns>
    internal static bool SayLedger(LedgerReport report)
    {
        foreach (var fault in report.Faults)
            Console.WriteLine(fault);
        Console.WriteLine($"Checked {report.Transactions} transactions with {report.Postings} postings: {(report.Faults.Count == 0 ? "they balance, and every kept total agrees." : $"{report.Faults.Count} faults.")}");
        return report.Faults.Count == 0;
    }

    private static async Task<int> RetryMessagesAsync(IServiceProvider services, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var count = await scope.ServiceProvider.GetRequiredService<RetryMessages>().RunAsync(cancel);
        Console.WriteLine(count == 1 ? "1 message that needed a person is tried again." : $"{count} messages that needed a person are tried again.");
        return 0;
    }

    private static async Task<int> UnknownAsync(string command)
    {
        await Console.Error.WriteLineAsync($"Unknown command '{command}'. There are: migrate, verify-ledger, retry-messages, create-admin EMAIL, backup FILE [--files-only], restore FILE [--over], demo.");
        return 2;
    }
}
