using System.Net;
using System.Text;
using Solidarity.Jobs.Texts;

namespace Solidarity.Jobs.Mail;

/// <summary>One figure or fact: a label, what it says, and a second line under the label.</summary>
internal sealed record MailRow(string Label, string Value, string? Detail = null, bool Strong = false);

/// <summary>Builds the plain text and the HTML of one e-mail from the same words, so that neither can say less than the other.</summary>
internal sealed class MailBody(Locale locale)
{
    // A line that survives being quoted twice in 76 columns.
    private const int Columns = 72;

    private readonly StringBuilder text = new();
    private readonly StringBuilder html = new();

    public string Text => text.ToString().TrimEnd('\n') + "\n";

    public MailBody Paragraph(params string[] lines)
    {
        text.AppendJoin('\n', lines.Select(line => Wrap(line))).Append("\n\n");
        html.Append("<p>").AppendJoin("<br>", lines.Select(Encode)).Append("</p>\n");
        return this;
    }

    /// <summary>Somebody's own words, line by line.</summary>
    public MailBody Quote(string words)
    {
        var lines = words.ReplaceLineEndings("\n").Split('\n');
        text.AppendJoin('\n', lines.Select(line => "> " + OneLine(line))).Append("\n\n");
        html.Append("<blockquote class=\"rule\" style=\"margin:1em 0;padding:0 0 0 1em;border-left:3px solid #c9d1d1\">").AppendJoin("<br>", lines.Select(Encode)).Append("</blockquote>\n");
        return this;
    }

    /// <summary>A paragraph of somebody's own, in its own language.</summary>
    /// <param name="lines">As plain text.</param>
    /// <param name="encoded">The same as HTML, encoded by the caller.</param>
    /// <param name="depth">How far it stands in: lists within lists.</param>
    public MailBody Own(IReadOnlyList<string> lines, IReadOnlyList<string> encoded, string language, int depth = 0)
    {
        text.AppendJoin('\n', lines.Select(line => WrapIn(line))).Append("\n\n");
        var margin = depth == 0 ? "" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $" style=\"margin-left:{depth * 1.5}em\"");
        html.Append("<p").Append(LangOf(language)).Append(margin).Append('>').AppendJoin("<br>", encoded.Select(Straight)).Append("</p>\n");
        return this;
    }

    /// <summary>A rule across.</summary>
    public MailBody Line()
    {
        text.Append('-', Columns / 2).Append("\n\n");
        html.Append("<hr class=\"rule\" style=\"border:0;border-top:1px solid #c9d1d1;margin:1.5em 0\">\n");
        return this;
    }

    /// <param name="language">Of the words, where it is not the mail's.</param>
    public MailBody Heading(string words, string? language = null)
    {
        text.Append(Wrap(words)).Append('\n').Append('-', Math.Min(OneLine(words).Length, Columns)).Append("\n\n");
        html.Append("<h2").Append(LangOf(language)).Append(" style=\"font-size:1.125em;margin:1.5em 0 0.5em\">").Append(Encode(words)).Append("</h2>\n");
        return this;
    }

    public MailBody Rows(IEnumerable<MailRow> rows)
    {
        html.Append("<table style=\"width:100%;border-collapse:collapse;margin:1em 0\">\n");
        foreach (var row in rows)
        {
            var label = row.Detail is null ? row.Label : $"{row.Label} ({row.Detail})";
            text.Append("- ").Append(Wrap(TextFile.EveryMail.Get(locale, "Pair", label, row.Value), 2)).Append('\n');
            var weight = row.Strong ? "font-weight:bold;font-size:1.125em;" : "font-weight:normal;";
            html.Append("<tr><th scope=\"row\" class=\"rule\" style=\"text-align:left;vertical-align:top;padding:0.5em 1em 0.5em 0;border-top:1px solid #c9d1d1;" + weight + "\">")
                .Append(Encode(row.Label))
                .Append(row.Detail is null ? "" : "<br><small>" + Encode(row.Detail) + "</small>")
                .Append("</th><td class=\"rule\" style=\"text-align:right;vertical-align:top;padding:0.5em 0;border-top:1px solid #c9d1d1;" + weight + "\">")
                .Append(Encode(row.Value)).Append("</td></tr>\n");
        }

        text.Append('\n');
        html.Append("</table>\n");
        return this;
    }

    /// <summary>The one thing to do, shown as a button, or a link beside it.</summary>
    public MailBody Link(string words, Uri address, bool button = true)
    {
        const string asButton = " class=\"button\" style=\"display:inline-block;padding:0.75em 1.25em;border-radius:0.375em;background:#0b5c57;color:#ffffff;font-weight:bold;text-decoration:none\"";
        const string asLink = " class=\"link\" style=\"color:#0b5c57\"";
        text.Append(TextFile.EveryMail.Get(locale, "Pair", words, "").TrimEnd()).Append('\n').Append(address.AbsoluteUri).Append("\n\n");
        html.Append("<p style=\"margin:1.25em 0\"><a href=\"").Append(Encode(address.AbsoluteUri)).Append('"').Append(button ? asButton : asLink)
            .Append('>').Append(Encode(words)).Append("</a></p>\n");
        return this;
    }

    public string Html(string title) => $$"""
        <!doctype html>
        <html lang="{{locale.Language}}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="supported-color-schemes" content="light dark">
        <title>{{Encode(title)}}</title>
        <style>
        :root { color-scheme: light dark; }
        @media (prefers-color-scheme: dark) {
        body, .page { background: #15201f !important; color: #e6ecea !important; }
        .button { background: #8fd6cb !important; color: #0d1817 !important; }
        .link { color: #8fd6cb !important; }
        .rule { border-color: #43524f !important; }
        }
        </style>
        </head>
        <body style="margin:0;background:#ffffff;color:#1b2625">
        <div class="page" style="max-width:36em;margin:0 auto;padding:1.5em 1em;font:1em/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif;background:#ffffff;color:#1b2625">
        {{html}}</div>
        </body>
        </html>

        """.ReplaceLineEndings("\n");

    private string LangOf(string? language) => language is null || language == locale.Language ? "" : $" lang=\"{language}\"";

    /// <summary>Wrapped under its own beginning: the mark and the spaces before the words.</summary>
    private static string WrapIn(string line)
    {
        var words = line.TrimStart(' ');
        var before = line.Length - words.Length;
        var mark = words.StartsWith("- ", StringComparison.Ordinal) || words.StartsWith("> ", StringComparison.Ordinal) ? 2 : 0;
        return new string(' ', before) + Wrap(words, before + mark);
    }

    private static string Encode(string words) => WebUtility.HtmlEncode(OneLine(words));

    // Names and titles are other people's words: they get no line of their own, and cannot turn the text around.
    private static string OneLine(string words) => Straight(MailHeader.OneLine(words));

    private static string Straight(string words) => string.Concat(words.Where(c => c is not (>= '\u202A' and <= '\u202E') and not (>= '\u2066' and <= '\u2069')));

    /// <summary>Breaks at spaces, never at the no-break spaces inside an amount.</summary>
    private static string Wrap(string words, int indent = 0)
    {
        var wrapped = new StringBuilder();
        var column = indent;
        foreach (var word in OneLine(words).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (wrapped.Length > 0)
            {
                var breaks = column + 1 + word.Length > Columns;
                wrapped.Append(breaks ? "\n" + new string(' ', indent) : " ");
                column = breaks ? indent : column + 1;
            }

            wrapped.Append(word);
            column += word.Length;
        }

        return wrapped.ToString();
    }
}
