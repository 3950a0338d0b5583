using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Solidarity.Benchmarks.Measuring;
using Solidarity.Benchmarks.Payouts;
using Solidarity.Database.Sqlite;
using Solidarity.Domain;
using Solidarity.Domain.PayoutReports;
using Solidarity.Domain.Receipts;
using Solidarity.Jobs.PayoutReports;

namespace Solidarity.Benchmarks;

/// <summary>A restaurant's monthly report: its statement written, its document drawn, every voucher as a row. Each in a process of its own, whose memory is looked at in the end.</summary>
internal static class PayoutsBench
{
    private const string Name = "payouts";
    private static readonly int[] Sizes = [10_000, 100_000];

    public static async Task RunAsync()
    {
        var seconds = new List<double>();
        foreach (var vouchers in Sizes)
        {
            var folder = Directory.CreateTempSubdirectory("solidarity-bench-payouts-").FullName;
            try
            {
                var database = Path.Combine(folder, "solidarity.db");
                await using (var db = Open(database))
                    await ManyVouchers.MakeAsync(db, vouchers);
                SqliteConnection.ClearAllPools();
                seconds.Add(await MeasureAsync(database, vouchers));
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        Figure.Print(Name, "time a voucher, 100,000 against 10,000", seconds[1] / Sizes[1] / (seconds[0] / Sizes[0]), "ratio", "1 is as many times longer as there are vouchers");
    }

    /// <summary>The process of its own: "payouts-report DATABASE". Says in one line of JSON what it took.</summary>
    public static async Task ReportAsync(string database)
    {
        var site = new Site { PublicUrl = new Uri("https://give.example.org") };
        var issuer = new IssuerParty("Bench", "1 Street", "1000", "Brussels", "BE", null, "help@mail.example");
        await using var db = Open(database);
        var partner = await db.MealPartners.Select(p => p.PartnerId).SingleAsync();
        var watch = Stopwatch.StartNew();
        var report = (await new MakePayoutReport(db, new BookMovements(db), site, issuer, TimeProvider.System).RunAsync(partner, ManyVouchers.Month, null, "fr", default)).Single();
        var statement = watch.Elapsed.TotalSeconds;
        watch.Restart();
        var pdf = await new KeepPayoutPdf(db, new ReadPayoutReport(db)).RunAsync(report, default);
        var document = watch.Elapsed.TotalSeconds;
        watch.Restart();
        long bytes;
        await using (var file = File.Create(database + ".csv"))
        {
            await new WritePayoutCsv(db).RunAsync(report, file, default);
            bytes = file.Length;
        }

        Console.WriteLine(JsonSerializer.Serialize(new Took(statement, document, watch.Elapsed.TotalSeconds, Peak(), bytes / 1e6, pdf.Length / 1e6)));
    }

    private static async Task<double> MeasureAsync(string database, int vouchers)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(PayoutsBench).Assembly.Location, "payouts-report", database]) { RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var took = JsonSerializer.Deserialize<Took>(said)!;
        var many = vouchers.ToString("N0", CultureInfo.InvariantCulture) + " vouchers";
        foreach (var (what, value) in new[] { ("statement and sums", took.Statement), ("PDF", took.Document), ("CSV", took.Table) })
            Figure.Print(Name, $"{what}, {many}", value, "s", "SQLite on the same machine");
        Figure.Print(Name, $"size of the CSV, {many}", took.TableMegabytes, "MB", "one row a voucher, and one a transfer");
        Figure.Print(Name, $"size of the PDF, {many}", took.DocumentMegabytes, "MB", "deliveries by day");
        Figure.Print(Name, $"peak memory, {many}", took.PeakMegabytes, "MB", "the whole process (bar: under 200)");
        return took.Statement + took.Document + took.Table;
    }

    /// <summary>Of memory that was really there at once, in megabytes.</summary>
    private static double Peak()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 / 1e6;
    }

    private static SolidarityDb Open(string database) => new((DbContextOptions<SolidarityDb>)new DbContextOptionsBuilder<SolidarityDb>().UseSolidaritySqlite($"Data Source={database}").Options);

    private sealed record Took(double Statement, double Document, double Table, double PeakMegabytes, double TableMegabytes, double DocumentMegabytes);
}
