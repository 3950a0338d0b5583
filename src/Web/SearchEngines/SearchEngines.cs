using System.Text;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Projects;
using Solidarity.Web.Caching;
using Solidarity.Web.Pages.Campaigns;
using Solidarity.Web.People;

namespace Solidarity.Web.SearchEngines;

/// <summary>What search engines ask for.</summary>
public static class SearchEngines
{
    /// <summary>As many addresses as one file may have (https://www.sitemaps.org/protocol.html).</summary>
    private const int MostAddresses = 50_000;

    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static readonly string[] Plain = ["/", "/projects", "/how-it-works", "/privacy", "/legal"];

    public static void MapSearchEngines(this IEndpointRouteBuilder app)
    {
        app.MapGet("/robots.txt", (Site site) => Results.Text(
            $"User-agent: *\nDisallow: /gifts/\nDisallow: /receipts/\nDisallow: /language/\nDisallow: /campaigns/*/give\nDisallow: /account\nDisallow: /my\nDisallow: /workspace\nDisallow: /invitations/\nDisallow: /follow/\nDisallow: /unsubscribe/\nDisallow: /mail-choices/\nSitemap: {site.Page("/sitemap.xml")}\n")).ExcludeFromDescription().ForEveryone();
        app.MapGet("/sitemap.xml", SitemapAsync).CacheOutput(PageCache.Public).ExcludeFromDescription().ForEveryone();
    }

    private static async Task<IResult> SitemapAsync(SolidarityDb db, Site site, HttpContext context, CancellationToken cancel)
    {
        context.Shows(PageCache.Lists);
        var projects = await db.Projects.Shown().OrderByDescending(p => p.PublishedAt).Take(MostAddresses / 2).Select(p => p.Slug).ToListAsync(cancel);
        var campaigns = await db.Campaigns.Shown().OrderByDescending(c => c.LaunchedAt).Take((MostAddresses / 2) - 10).Select(c => c.Slug).ToListAsync(cancel);
        var paths = Plain.Concat(projects.Select(p => $"/projects/{p}"))
            .Concat(campaigns.Select(c => $"/campaigns/{c}"));
        var document = new XDocument(new XElement(Map + "urlset", paths.Select(p => new XElement(Map + "url", new XElement(Map + "loc", site.Page(p))))));
        return Results.Text($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{document}\n", "application/xml", Encoding.UTF8);
    }
}
