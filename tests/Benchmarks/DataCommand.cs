using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Solidarity.Benchmarks.Data;
using Solidarity.Benchmarks.Measuring;
using Solidarity.Benchmarks.Running;
using Solidarity.Database.Sqlite;
using Solidarity.Domain;

namespace Solidarity.Benchmarks;

/// <summary>"data N [FOLDER]": a database with the demo and N gifts more, to look at or to measure.</summary>
internal static class DataCommand
{
    private const string Name = "data";
    private const int Seed = 1;

    /// <param name="folder">Keeps the database; null makes and measures it, and throws it away.</param>
    public static async Task RunAsync(int gifts, string? folder)
    {
        await using var bench = await Bench.PrepareAsync();
        var data = bench.Copy(Name);
        var database = Path.Combine(data, "solidarity.db");
        var many = gifts.ToString("N0", CultureInfo.InvariantCulture) + " gifts";
        Figure.Print(Name, $"making {many}", await MakeAsync(database, gifts), "s", "prepared inserts, 10,000 gifts a transaction");
        Figure.Print(Name, $"size of the database, {many}", new FileInfo(database).Length / 1e6, "MB", "SQLite, with every index");
        var (seconds, megabytes) = await bench.VerifyAsync(data);
        Figure.Print(Name, $"verify-ledger, {many}", seconds, "s", "no fault found");
        Figure.Print(Name, $"verify-ledger, peak memory, {many}", megabytes, "MB", "the whole process");
        if (folder is null)
            return;
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(data, "solidarity.db*"))
            File.Move(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
    }

    /// <returns>How many seconds it took.</returns>
    public static async Task<double> MakeAsync(string database, int gifts)
    {
        var watch = Stopwatch.StartNew();
        await using (var db = Open(database))
            await ManyGifts.AddAsync(db, gifts, Seed);
        SqliteConnection.ClearAllPools();
        return watch.Elapsed.TotalSeconds;
    }

    public static SolidarityDb Open(string database) => new((DbContextOptions<SolidarityDb>)new DbContextOptionsBuilder<SolidarityDb>().UseSolidaritySqlite($"Data Source={database}").Options);
}
