using System.Net;
using System.Text;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Solidarity.Domain;

namespace Solidarity.Jobs.Mail;

/// <summary>
/// Somebody's Markdown as a mail can show it: paragraphs, headings, lists, quotations and links; pictures become links to themselves, since
/// many readers' programs load none. Only links to http(s), mailto and this site stay links.
/// </summary>
internal static class MailMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    /// <param name="language">Of the words, which need not be the mail's.</param>
    public static void AppendTo(MailBody body, string markdown, string language, Site site)
    {
        if (!BearableMarkdown.Is(markdown))
        {
            AsTyped(body, markdown, language);
            return;
        }

        try
        {
            Append(body, Markdown.Parse(markdown, Pipeline), new Place(language, site, 0, null));
        }
        catch (ArgumentException)
        {
            // Markdig's answer to a thousand nested quotes: the words as they were typed.
            AsTyped(body, markdown, language);
        }
    }

    private static void AsTyped(MailBody body, string markdown, string language) =>
        body.Own(markdown.Split('\n'), [WebUtility.HtmlEncode(markdown)], language);

    private sealed record Place(string Language, Site Site, int Depth, string? Mark);

    private static void Append(MailBody body, ContainerBlock container, Place place)
    {
        foreach (var block in container)
            Append(body, block, place);
    }

    private static void Append(MailBody body, Block block, Place place)
    {
        switch (block)
        {
            case HeadingBlock { Inline: { } words }:
                body.Heading(Plain(words, place.Site), place.Language);
                break;
            case LeafBlock { Inline: { } words }:
                Paragraph(body, Plain(words, place.Site), Html(words, place.Site), place);
                break;
            case CodeBlock code:
                Paragraph(body, code.Lines.ToString(), WebUtility.HtmlEncode(code.Lines.ToString()).Replace("\n", "<br>", StringComparison.Ordinal), place);
                break;
            case ThematicBreakBlock:
                body.Line();
                break;
            case Table table:
                foreach (var row in table.OfType<TableRow>())
                    Row(body, row, place);
                break;
            case ListBlock list:
                List(body, list, place);
                break;
            case QuoteBlock quote:
                Append(body, quote, place with { Depth = place.Depth + 1, Mark = ">" });
                break;
            case ContainerBlock container:
                Append(body, container, place);
                break;
        }
    }

    private static void List(MailBody body, ListBlock list, Place place)
    {
        var number = int.TryParse(list.OrderedStart, out var start) ? start : 1;
        foreach (var item in list.OfType<ListItemBlock>())
            Append(body, item, place with { Depth = place.Depth + 1, Mark = list.IsOrdered ? $"{number++}." : "-" });
    }

    /// <summary>A mail's column is too narrow for a table: each row is one line.</summary>
    private static void Row(MailBody body, TableRow row, Place place)
    {
        var cells = row.OfType<TableCell>().Select(c => c.Descendants<LeafBlock>().Select(b => b.Inline).OfType<ContainerInline>().ToList()).ToList();
        Paragraph(body, string.Join(" · ", cells.Select(c => string.Concat(c.Select(i => Plain(i, place.Site))))), string.Join(" · ", cells.Select(c => string.Concat(c.Select(i => Html(i, place.Site))))), place);
    }

    private static void Paragraph(MailBody body, string plain, string html, Place place)
    {
        var mark = place.Mark is null ? "" : new string(' ', (place.Depth - 1) * 2) + place.Mark + " ";
        body.Own([.. plain.Split('\n').Select((line, i) => (i == 0 || place.Mark == ">" ? mark : new string(' ', mark.Length)) + line)], [place.Mark is null or ">" ? html : $"{WebUtility.HtmlEncode(place.Mark == "-" ? "•" : place.Mark)} {html}"], place.Language, place.Depth);
    }

    private static string Plain(ContainerInline words, Site site)
    {
        var text = new StringBuilder();
        foreach (var inline in words)
        {
            text.Append(inline switch
            {
                LiteralInline literal => literal.Content.ToString(),
                CodeInline code => code.Content,
                LineBreakInline => "\n",
                HtmlEntityInline entity => entity.Transcoded.ToString(),
                AutolinkInline auto => auto.Url,
                LinkInline link => Target(link, site) is { } target ? $"{Plain(link, site)} ({target.AbsoluteUri})" : Plain(link, site),
                ContainerInline container => Plain(container, site),
                _ => "",
            });
        }

        return text.ToString();
    }

    private static string Html(ContainerInline words, Site site)
    {
        var html = new StringBuilder();
        foreach (var inline in words)
        {
            html.Append(inline switch
            {
                LiteralInline literal => WebUtility.HtmlEncode(literal.Content.ToString()),
                CodeInline code => $"<code>{WebUtility.HtmlEncode(code.Content)}</code>",
                LineBreakInline => "<br>",
                HtmlEntityInline entity => WebUtility.HtmlEncode(entity.Transcoded.ToString()),
                AutolinkInline auto => Anchor(Allowed(auto.IsEmail ? $"mailto:{auto.Url}" : auto.Url, site), WebUtility.HtmlEncode(auto.Url)),
                LinkInline link => Anchor(Target(link, site), Html(link, site)),
                EmphasisInline { DelimiterCount: > 1 } strong => $"<strong>{Html(strong, site)}</strong>",
                EmphasisInline em => $"<em>{Html(em, site)}</em>",
                ContainerInline container => Html(container, site),
                _ => "",
            });
        }

        return html.ToString();
    }

    private static string Anchor(Uri? target, string html) =>
        target is null ? html : $"<a class=\"link\" style=\"color:#0b5c57\" href=\"{WebUtility.HtmlEncode(target.AbsoluteUri)}\">{(html.Length == 0 ? WebUtility.HtmlEncode(target.AbsoluteUri) : html)}</a>";

    private static Uri? Target(LinkInline link, Site site) => Allowed(link.GetDynamicUrl?.Invoke() ?? link.Url, site);

    private static Uri? Allowed(string? url, Site site)
    {
        if (string.IsNullOrEmpty(url) || url.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c == '\\') || url.StartsWith("//", StringComparison.Ordinal))
            return null;
        if (url[0] == '/')
            return Uri.TryCreate(site.PublicUrl, url, out var own) ? own : null;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri))
            return null;
        return uri.Scheme == Uri.UriSchemeMailto || (uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0) ? uri : null;
    }
}
