using System.Net;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

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
    public static string ToHtml(string markdown, string tableWord)
    {
        try
        {
            var document = Markdown.Parse(markdown, Pipeline);
            LowerHeadings(document);
            NameTables(document, tableWord);
            foreach (var link in document.Descendants<LinkInline>().ToList())
                Mend(link);
            foreach (var link in document.Descendants<AutolinkInline>().ToList())
                Mend(link);
            return Render(document);
        }
        catch (ArgumentException)
        {
            // Markdig's answer to a thousand nested quotes: show the words as they were typed.
            return $"<p>{WebUtility.HtmlEncode(markdown)}</p>";
        }
    }

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

    private static void Mend(LinkInline link)
    {
        var url = link.GetDynamicUrl?.Invoke() ?? link.Url;
        if (link.IsImage)
        {
            if (!StoryLinks.IsOwnPicture(url))
                link.Remove();
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

    private static void Mend(AutolinkInline link)
    {
        if (StoryLinks.IsAllowed(link.IsEmail ? $"mailto:{link.Url}" : link.Url))
            link.GetAttributes().AddPropertyIfNotExist("rel", StoryLinks.Rel);
        else
            link.ReplaceBy(new LiteralInline(link.Url));
    }
}
