using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Solidarity.Domain;
using Solidarity.Domain.Projects;
using Solidarity.Domain.Updates;
using Solidarity.Web.Caching;
using Solidarity.Web.Pages.Campaigns;
using Solidarity.Web.People;
using Solidarity.Web.Story;

namespace Solidarity.Web.Pages.Updates;

/// <summary>A project's public updates for feed readers: Atom 1.0 (RFC 4287).</summary>
public static class UpdatesFeed
{
    private const int Most = 30;

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static void MapUpdatesFeed(this IEndpointRouteBuilder app) =>
        app.MapGet("/projects/{slug}/updates.atom", GetAsync).CacheOutput(PageCache.Public).ExcludeFromDescription().ForEveryone();

    private static async Task<IResult> GetAsync(string slug, SolidarityDb db, Site site, IStringLocalizer<Texts.Projects> texts, HttpContext context, CancellationToken cancel)
    {
        var project = await db.Projects.AsNoTracking().Shown().Include(p => p.Organisation).SingleOrDefaultAsync(p => p.Slug == slug, cancel);
        if (project is null)
            return Results.NotFound();
        context.Shows(PageCache.ProjectTag(project.Id));
        var updates = await db.Updates.AsNoTracking().Public().Where(u => u.ProjectId == project.Id).OrderByDescending(u => u.PublishedAt).Take(Most).ToListAsync(cancel);
        var pictures = await db.PicturesInAsync(string.Join("\n\n", updates.Select(u => u.Body)), cancel);
        var page = site.Page($"/projects/{slug}/updates");
        var feed = new XElement(Atom + "feed", new XAttribute(XNamespace.Xml + "lang", project.Language),
            new XElement(Atom + "id", $"urn:uuid:{project.Id}"),
            new XElement(Atom + "title", project.Title),
            new XElement(Atom + "subtitle", project.Summary),
            new XElement(Atom + "updated", Moment(updates.Count > 0 ? updates[0].PublishedAt!.Value : project.PublishedAt ?? DateTimeOffset.UnixEpoch)),
            new XElement(Atom + "author", new XElement(Atom + "name", project.Organisation.Name)),
            Link("self", "application/atom+xml", new Uri(page + ".atom")),
            Link("alternate", "text/html", page),
            updates.Select(u => Entry(u, page, StoryMarkdown.ToHtml(u.Body, texts["Table"], pictures, page))));
        return Results.Text($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{feed}\n", "application/atom+xml", Encoding.UTF8);
    }

    private static XElement Entry(Update update, Uri page, string html) => new(Atom + "entry", new XAttribute(XNamespace.Xml + "lang", update.Language),
        new XElement(Atom + "id", $"urn:uuid:{update.Id}"),
        new XElement(Atom + "title", update.Title),
        new XElement(Atom + "published", Moment(update.PublishedAt!.Value)),
        new XElement(Atom + "updated", Moment(update.PublishedAt!.Value)),
        Link("alternate", "text/html", new Uri($"{page}/{update.Number}")),
        // Relative links within are ours.
        new XElement(Atom + "content", new XAttribute("type", "html"), new XAttribute(XNamespace.Xml + "base", page.GetLeftPart(UriPartial.Authority)), Writable(html)));

    /// <summary>Markdown may name characters that HTML bears and no XML can hold (XML 1.0, 2.2), such as <c>&amp;#1;</c>.</summary>
    private static string Writable(string html) => string.Concat(html.EnumerateRunes().Where(r => !r.IsBmp || XmlConvert.IsXmlChar((char)r.Value)));

    private static XElement Link(string rel, string type, Uri href) =>
        new(Atom + "link", new XAttribute("rel", rel), new XAttribute("type", type), new XAttribute("href", href.AbsoluteUri));

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
