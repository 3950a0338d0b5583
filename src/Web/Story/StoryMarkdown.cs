using System.Net;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Solidarity.Domain;
using Solidarity.Domain.Pictures;
using Solidarity.Web.Pictures;

namespace Solidarity.Web.Story;

/// <summary>
/// A project's story as HTML that is safe to put into the page whatever its author wrote: no raw HTML, links only to http(s), mailto and
/// this site, pictures only of this site, no styles. The page's own h1 stays the only one.
/// </summary>
public static class StoryMarkdown
{
    // An alignment would come out as a style attribute, which the Content-Security-Policy forbids; it becomes a class below.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    /// <param name="tableWord">What the reader's language calls a table, for those who cannot see that one can be scrolled.</param>
    /// <param name="pictures">Uploaded pictures by token, shown with all their widths; those that are not among them are left out. Null: each as it is written.</param>
    /// <param name="site">For words that are read elsewhere: what our own paths are completed with.</param>
    public static string ToHtml(string markdown, string tableWord, IReadOnlyDictionary<string, Picture>? pictures = null, Uri? site = null) =>
        Write(Read(markdown), markdown, tableWord, pictures, site);

    /// <returns>Null: it is not to be borne, and shown as it was typed.</returns>
    internal static MarkdownDocument? Read(string markdown)
    {
        try
        {
            return BearableMarkdown.Is(markdown) ? Markdown.Parse(markdown, Pipeline) : null;
        }
        catch (ArgumentException)
        {
            // Markdig's answer to a thousand nested quotes.
            return null;
        }
    }

    /// <param name="document">As <see cref="Read"/> read it; it is changed on the way.</param>
    internal static string Write(MarkdownDocument? document, string markdown, string tableWord, IReadOnlyDictionary<string, Picture>? pictures = null, Uri? site = null)
    {
        if (document is null)
            return AsTyped(markdown);
        try
        {
            LowerHeadings(document);
            NameTables(document, tableWord);
            foreach (var link in document.Descendants<LinkInline>().ToList())
                Mend(link, pictures);
            foreach (var link in document.Descendants<AutolinkInline>().ToList())
                Mend(link);
            if (site is not null)
                StoryLinks.Complete(document, site);
            return Render(document);
        }
        catch (ArgumentException)
        {
            // Markdig's answer to a thousand nested quotes: show the words as they were typed.
            return AsTyped(markdown);
        }
    }

    private static string AsTyped(string markdown) => $"<p>{WebUtility.HtmlEncode(markdown)}</p>";

    /// <summary>Tokens of the uploaded pictures that a text shows.</summary>
    public static IReadOnlySet<string> PicturesIn(string markdown) => PicturesIn(Read(markdown));

    internal static IReadOnlySet<string> PicturesIn(MarkdownDocument? document) =>
        (document?.Descendants<LinkInline>() ?? []).Where(l => l.IsImage).Select(l => PictureAddress.TokenIn(AddressOf(l))).OfType<string>().ToHashSet(StringComparer.Ordinal);

    private static string Render(MarkdownDocument document)
    {
        using var writer = new StringWriter();
        var renderer = new Markdig.Renderers.HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<HtmlTableRenderer>(new ScrollingTable());
        renderer.Render(document);
        return writer.ToString();
    }

    /// <summary>The highest heading of the story becomes h2, the others follow.</summary>
    private static void LowerHeadings(MarkdownDocument document)
    {
        var headings = document.Descendants<HeadingBlock>().ToList();
        if (headings.Count == 0)
            return;
        var shift = 2 - headings.Min(h => h.Level);
        foreach (var heading in headings)
            heading.Level = Math.Min(heading.Level + shift, 6);
    }

    private static void NameTables(MarkdownDocument document, string word)
    {
        var (number, heading) = (0, "");
        foreach (var block in document.Descendants<Block>())
        {
            if (block is HeadingBlock { Inline: { } inline })
                heading = string.Concat(inline.Descendants<LiteralInline>().Select(l => l.Content.ToString()));
            if (block is Table table)
                Name(table, $"{word} {++number}{(heading.Length > 0 ? ": " : "")}{heading}");
        }
    }

    private static void Name(Table table, string name)
    {
        table.SetData(typeof(ScrollingTable), name);
        var right = table.ColumnDefinitions.Select(c => c.Alignment == TableColumnAlign.Right).ToArray();
        foreach (var column in table.ColumnDefinitions)
            column.Alignment = null;
        foreach (var row in table.OfType<TableRow>())
        {
            for (var i = 0; i < row.Count; i++)
            {
                if (row.IsHeader)
                    row[i].GetAttributes().AddProperty("scope", "col");
                if (i < right.Length && right[i])
                    row[i].GetAttributes().AddClass("num");
            }
        }
    }

    private static string? AddressOf(LinkInline link) => link.GetDynamicUrl?.Invoke() ?? link.Url;

    private static void Mend(LinkInline link, IReadOnlyDictionary<string, Picture>? pictures)
    {
        var url = AddressOf(link);
        if (link.IsImage)
        {
            MendImage(link, url, pictures);
        }
        else if (StoryLinks.IsAllowed(url))
        {
            link.GetAttributes().AddPropertyIfNotExist("rel", StoryLinks.Rel);
        }
        else
        {
            // The words stay, the link goes.
            link.ReplaceBy(new ContainerInline());
        }
    }

    private static void MendImage(LinkInline image, string? url, IReadOnlyDictionary<string, Picture>? pictures)
    {
        if (!StoryLinks.IsOwnPicture(url))
            image.Remove();
        else if (pictures is null || PictureAddress.TokenIn(url) is not { } token)
            return;
        else if (pictures.TryGetValue(token, out var picture))
            StoryPictures.Describe(image, picture);
        else
            image.Remove();
    }

    private static void Mend(AutolinkInline link)
    {
        if (StoryLinks.IsAllowed(link.IsEmail ? $"mailto:{link.Url}" : link.Url))
            link.GetAttributes().AddPropertyIfNotExist("rel", StoryLinks.Rel);
        else
            link.ReplaceBy(new LiteralInline(link.Url));
    }
}
