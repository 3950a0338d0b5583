using System.Text.Json;
using Solidarity.Benchmarks.Measuring;
using Solidarity.Benchmarks.Running;

namespace Solidarity.Benchmarks;

/// <summary>A campaign's page as everybody reads it, against what the same server can do at best.</summary>
internal static class PagesBench
{
    private const string Name = "pages";
    private const string AgainstStatic = "static file of equal size, same server";

    public static async Task RunAsync(Bench bench)
    {
        var data = bench.Copy("pages");
        var page = await ChooseAsync(bench, data);
        await using var cached = await bench.SiteAsync(data);
        await using var uncached = await bench.SiteAsync(data, ("Cache__Enabled", "false"), ("Jobs__Enabled", "false"));
        await using var bare = await bench.BareAsync(data);
        var rates = await Rounds.RunAsync(
        [
            new("cached", cached.Port, Load.Get(page)),
            new("uncached", uncached.Port, Load.Get(page)),
            new("static", cached.Port, Load.Get(StaticFile.Path)),
            new("empty", bare.Port, Load.Get("/empty")),
        ]);
        Figure.Print(Name, "campaign page from cache", rates.Share("cached", "static"), "ratio", AgainstStatic + " (bar: at least 0.7)");
        Figure.Print(Name, "campaign page uncached", rates.Share("uncached", "static"), "ratio", AgainstStatic + " (bar: at least 0.1)");
        Figure.Print(Name, "empty Razor page", rates.Share("empty", "static"), "ratio", AgainstStatic);
        foreach (var (what, values) in rates)
            Figure.Print(Name, $"{what}, median", values.Median(), "requests/s", "16 connections, client on the same machine");

        var visit = await FirstVisit.OfAsync(cached.Port, page);
        Figure.Print(Name, "first visit over the wire, without photographs", visit.Bytes / 1024.0, "KB", "bar: at most 60");
        Figure.Print(Name, "first visit", visit.Requests, "requests", "bar: at most 8");
        Figure.Print(Name, "first visit, files that come uncompressed", visit.Uncompressed, "files", "bar: 0");
        Figure.Print(Name, "first visit, files that a browser may not keep for good", visit.NotKept, "files", "bar: 0");
        Figure.Print(Name, "memory after load", Math.Max(cached.Megabytes, uncached.Megabytes), "MB", "bar: at most 250");
        await StartAsync(bench, data, page);
    }

    private static async Task StartAsync(Bench bench, string data, string page)
    {
        var times = new List<double>();
        for (var i = 0; i < 5; i++)
        {
            await using var site = await bench.BuiltSiteAsync(data, page);
            times.Add(site.StartedIn.TotalMilliseconds);
        }

        Figure.Print(Name, "start to first page", times.Median(), "ms", "bar: under 3000");
    }

    /// <summary>The campaign with most gifts; its page as it is becomes the static file.</summary>
    private static async Task<string> ChooseAsync(Bench bench, string data)
    {
        await using var site = await bench.SiteAsync(data);
        using var projects = JsonDocument.Parse(await bench.Http.GetStringAsync(new Uri(site.Address, "/api/v1/projects")));
        var (page, most) = ("", -1L);
        foreach (var slug in projects.RootElement.EnumerateArray().SelectMany(p => p.GetProperty("campaigns").EnumerateArray()).Select(c => c.GetProperty("slug").GetString()))
        {
            using var campaign = JsonDocument.Parse(await bench.Http.GetStringAsync(new Uri(site.Address, $"/api/v1/campaigns/{slug}")));
            if (campaign.RootElement.GetProperty("donations").GetInt64() is var gifts && gifts > most)
                (page, most) = ($"/campaigns/{slug}", gifts);
        }

        StaticFile.Put(Bench.PublishedSite, await bench.Http.GetByteArrayAsync(new Uri(site.Address, page)));
        return page;
    }
}
