using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Solidarity.Benchmarks.Data;
using Solidarity.Benchmarks.Measuring;
using Solidarity.Benchmarks.Running;
using Solidarity.Domain.Donations;

namespace Solidarity.Benchmarks;

/// <summary>
/// What pages cost at a million gifts against at a thousand, made anew each time. BENCH_GIFTS says another number than a million; BENCH_DATA a folder that
/// "data N FOLDER" made, so that they need not be made again.
/// </summary>
internal static class SizeBench
{
    private const string Name = "size";
    private const int Few = 1000;
    private const int Rounds = 7;
    private const string Project = "repas-pour-les-soignants";
    private const string Organisation = "la-tablee-du-canal";

    /// <summary>A page that takes so long is measured once.</summary>
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Each = TimeSpan.FromSeconds(0.4);

    public static async Task RunAsync(Bench bench)
    {
        var (small, large) = (bench.Copy("few"), Environment.GetEnvironmentVariable("BENCH_DATA"));
        await DataCommand.MakeAsync(DatabaseIn(small), Few);
        if (large is null)
        {
            large = bench.Copy("many");
            await DataCommand.MakeAsync(DatabaseIn(large), int.Parse(Environment.GetEnvironmentVariable("BENCH_GIFTS") ?? "1000000", CultureInfo.InvariantCulture));
        }

        await PagesAsync(bench, small, large);
        await FileAsync(bench, large);
        var (seconds, megabytes) = await bench.VerifyAsync(large);
        Figure.Print(Name, "verify-ledger", seconds, "s", "all gifts, no fault found");
        Figure.Print(Name, "verify-ledger, peak memory", megabytes, "MB", "the whole process");
    }

    private static async Task PagesAsync(Bench bench, string small, string large)
    {
        (string, string)[] settings = [("Cache__Enabled", "false"), ("Jobs__Enabled", "false")];
        await using var few = await bench.SiteAsync(small, settings);
        await using var many = await bench.SiteAsync(large, settings);
        var (fewPages, manyPages) = (await Addresses.FindAsync(few, DatabaseIn(small)), await Addresses.FindAsync(many, DatabaseIn(large)));
        foreach (var (what, page) in manyPages.All)
        {
            var (share, takes, took) = Compare((few.Port, fewPages.All[what]), (many.Port, page));
            var bar = what == Addresses.Campaign ? " (bar: at most 1.2)" : "";
            Figure.Print(Name, what, share, "ratio", string.Create(CultureInfo.InvariantCulture, $"its time at {Few} gifts: {1000 * takes:0.0} against {1000 * took:0.0} ms{bar}"));
        }

        Load.PerSecond(many.Port, manyPages.All[Addresses.Campaign], TimeSpan.FromSeconds(10));
        Figure.Print(Name, "memory under load", many.Megabytes, "MB", $"every page above, then 16 connections on the uncached campaign page (bar: at most 250); {few.Megabytes:0} at {Few} gifts");
    }

    /// <summary>In turn, so that whatever else the machine does falls on both alike.</summary>
    private static (double Share, double Takes, double Took) Compare((int Port, Func<byte[]> Next) few, (int Port, Func<byte[]> Next) many)
    {
        Seconds(few, Each);
        if (Seconds(many, TimeSpan.Zero) > Slow.TotalSeconds)
        {
            var (quick, slow) = (Seconds(few, Each), Seconds(many, TimeSpan.Zero));
            return (slow / quick, slow, quick);
        }

        Seconds(many, Each);
        var pairs = Enumerable.Range(0, Rounds).Select(_ => (Few: Seconds(few, Each), Many: Seconds(many, Each))).ToList();
        return (pairs.Select(p => p.Many / p.Few).Median(), pairs.Select(p => p.Many).Median(), pairs.Select(p => p.Few).Median());
    }

    private static double Seconds((int Port, Func<byte[]> Next) page, TimeSpan time) => 1 / Load.PerSecond(page.Port, page.Next, time, connections: 1);

    /// <summary>A process of its own, so that its peak is this file's.</summary>
    private static async Task FileAsync(Bench bench, string data)
    {
        await using var site = await bench.SiteAsync(data, ("Jobs__Enabled", "false"));
        var before = site.PeakMegabytes;
        var begin = System.Diagnostics.Stopwatch.GetTimestamp();
        long bytes = 0;
        using var answer = await bench.Http.GetAsync(new Uri(site.Address, $"/campaigns/{ManyGifts.Most}/ledger.csv"), HttpCompletionOption.ResponseHeadersRead);
        await using (var file = await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync())
        {
            var buffer = new byte[64 * 1024];
            for (int got; (got = await file.ReadAsync(buffer)) > 0;)
                bytes += got;
        }

        var seconds = System.Diagnostics.Stopwatch.GetElapsedTime(begin).TotalSeconds;
        Figure.Print(Name, "ledger as a file", bytes / 1e6, "MB", string.Create(CultureInfo.InvariantCulture, $"whole, in {seconds:0.0} s"));
        Figure.Print(Name, "ledger as a file, peak memory of the site", site.PeakMegabytes, "MB", string.Create(CultureInfo.InvariantCulture, $"{before:0} before it was asked for (bar: under 200)"));
    }

    private static string DatabaseIn(string folder) => Path.Combine(folder, "solidarity.db");

    /// <summary>What is measured, by name: as whoever may see it.</summary>
    private sealed record Addresses(IReadOnlyDictionary<string, Func<byte[]>> All)
    {
        public const string Campaign = "campaign";
        private const int DeepPage = 10_000;
        private const int PerPage = 50;

        public static async Task<Addresses> FindAsync(Running.Running site, string database)
        {
            var owner = await SignedIn.CookieAsync(site, database, "owner@demo.example");
            var administrator = await SignedIn.CookieAsync(site, database, "administrator@demo.example");
            await using var db = DataCommand.Open(database);
            var gifts = db.DonationLines.Where(l => l.Campaign!.Slug == ManyGifts.Most && l.Kind == LineKind.Gift && l.PaidTransactionId != null).OrderByDescending(l => l.PaidTransactionId);
            // As deep as there are gifts.
            var deep = await gifts.Skip(Math.Min((DeepPage - 1) * PerPage, await gifts.CountAsync() / 2)).Select(l => new { l.PaidTransactionId, l.DonationId, l.Donation.Email }).FirstAsync();
            var transfer = await db.Transfers.Where(t => t.DonationId == deep.DonationId).Select(t => t.Id).FirstAsync();
            var receipt = await db.Receipts.Where(r => r.DonationId == deep.DonationId).Select(r => r.Number).SingleAsync();
            var (page, project, money) = ($"/campaigns/{ManyGifts.Most}", $"/workspace/projects/{Project}", $"/workspace/organisations/{Organisation}/money");
            return new(new Dictionary<string, Func<byte[]>>
            {
                ["home page"] = Load.Get("/"),
                ["projects"] = Load.Get("/projects"),
                [Campaign] = Load.Get(page),
                ["wall, page 1"] = Load.Get($"{page}/wall"),
                ["wall, page 10,000"] = Load.Get($"{page}/wall?before={deep.PaidTransactionId}"),
                ["ledger"] = Load.Get($"{page}/ledger"),
                ["ledger, page 10,000 or so"] = Load.Get($"{page}/ledger?before={deep.PaidTransactionId}"),
                ["owner: givers"] = Load.Get($"{project}/givers", owner),
                ["owner: givers, page 10,000"] = Load.Get($"{project}/givers?before={deep.PaidTransactionId}", owner),
                ["owner: thanks"] = Load.Get($"{project}/givers/thank", owner),
                ["owner: money"] = Load.Get(money, owner),
                ["owner: transfers"] = Load.Get($"{money}/transfers", owner),
                ["owner: transfers, page 10,000 or so"] = Load.Get($"{money}/transfers?before={transfer}", owner),
                ["owner: one gift's money"] = Load.Get($"{money}/gifts/{deep.DonationId}", owner),
                ["owner: reports"] = Load.Get($"{money}/reports", owner),
                ["owner: project"] = Load.Get(project, owner),
                ["administrator: overview"] = Load.Get("/administration", administrator),
                ["administrator: newest gifts"] = Load.Get("/administration/gifts", administrator),
                ["administrator: gifts by address"] = Load.Get($"/administration/gifts?q={Uri.EscapeDataString(deep.Email)}", administrator),
                ["administrator: gifts by receipt"] = Load.Get($"/administration/gifts?q={receipt}", administrator),
                ["administrator: one gift"] = Load.Get($"/administration/gifts/{deep.DonationId}", administrator),
                ["administrator: people by name"] = Load.Get("/administration/people?q=demo", administrator),
                ["administrator: messages"] = Load.Get("/administration/messages?queue=outbox", administrator),
                ["administrator: messages of a kind"] = Load.Get("/administration/messages?queue=outbox&kind=letter", administrator),
                ["administrator: messages that need a person"] = Load.Get("/administration/messages?queue=outbox&state=NeedsPerson", administrator),
                ["administrator: mails by address"] = Load.Get($"/administration/mails?q={Uri.EscapeDataString(deep.Email)}", administrator),
            });
        }
    }
}
