using System.Globalization;
using System.Text;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.Pdf.Annotations;
using PdfSharp.UniversalAccessibility;
using PdfSharp.UniversalAccessibility.Drawing;

namespace Solidarity.Jobs.Receipts;

/// <summary>
/// The paper: A4 pages, a pen that moves down them, and text that is tagged for screen readers as it is drawn. All measures are in
/// points, from the top left.
/// </summary>
internal sealed class ReceiptSheet : IDisposable
{
    public const double Left = 62;
    public const double Right = 533;
    public const double Width = Right - Left;
    private const double Top = 64;
    private const double Bottom = 772;

    public static readonly XBrush Ink = new XSolidBrush(XColor.FromArgb(0x1b, 0x26, 0x25));
    public static readonly XBrush Soft = new XSolidBrush(XColor.FromArgb(0x55, 0x63, 0x61));
    public static readonly XBrush Accent = new XSolidBrush(XColor.FromArgb(0x0b, 0x5c, 0x57));
    private static readonly XPen Rule = new(XColor.FromArgb(0xc3, 0xcd, 0xcb), 0.75);

    private readonly PdfDocument document;
    private readonly StructureBuilder tags;
    private readonly Action<ReceiptSheet> foot;
    private XGraphics pen;

    /// <param name="document">Still without a page.</param>
    /// <param name="foot">Draws what stands at the foot of every page.</param>
    public ReceiptSheet(PdfDocument document, Action<ReceiptSheet> foot)
    {
        (this.document, this.foot) = (document, foot);
        tags = UAManager.ForDocument(document).StructureBuilder;
        pen = NewPage();
    }

    /// <summary>Where the next thing is drawn.</summary>
    public double Y { get; set; }

    public int Page => document.PageCount;

    /// <summary>What is left of the page, in points.</summary>
    public double Room => Bottom - Y;

    public void Dispose() => pen.Dispose();

    public void TurnPage()
    {
        pen.Dispose();
        pen = NewPage();
    }

    public void Inside(PdfBlockLevelElementTag tag, Action draw)
    {
        tags.BeginElement(tag);
        draw();
        tags.End();
    }

    /// <summary>Draws something that a screen reader passes over.</summary>
    public void Aside(Action draw)
    {
        tags.BeginArtifact();
        draw();
        tags.End();
    }

    /// <summary>Draws lines of text from <see cref="Y"/> down, within the tag that is open. <see cref="Y"/> stays where it is.</summary>
    /// <returns>How high they are.</returns>
    public double Text(string words, XFont font, XBrush brush, double x, double width, bool atRight = false, double leading = 1.4)
    {
        var lines = Wrap(words, font, width);
        for (var i = 0; i < lines.Count; i++)
        {
            var at = new XPoint(atRight ? x + width : x, Y + (i * font.Size * leading) + font.Size);
            // What is read aloud or copied needs the space at which the line was broken.
            var line = atRight || i == lines.Count - 1 ? lines[i] : lines[i] + " ";
            pen.DrawString(line, font, brush, at, atRight ? XStringFormats.BaseLineRight : XStringFormats.BaseLineLeft);
        }

        return lines.Count * font.Size * leading;
    }

    /// <summary>A paragraph (or heading) over the width given, then the pen below it.</summary>
    public void Block(PdfBlockLevelElementTag tag, string words, XFont font, XBrush brush, double x = Left, double width = Width)
    {
        var height = 0.0;
        Inside(tag, () => height = Text(words, font, brush, x, width));
        Y += height;
    }

    public void Link(Uri address, string alt, XFont font, XBrush brush, double x, double width)
    {
        foreach (var line in Wrap(address.AbsoluteUri, font, width))
        {
            var area = new XRect(x, Y, pen.MeasureString(line, font).Width, font.Size * 1.4);
            var annotation = PdfLinkAnnotation.CreateWebLink(new PdfRectangle(pen.Transformer.WorldToDefaultPage(area)), address.AbsoluteUri);
            pen.DrawLink(line, font, brush, new XPoint(x, Y + font.Size), annotation, alt);
            Y += font.Size * 1.4;
        }
    }

    /// <summary>A square picture made of modules, such as a QR code, at <see cref="Y"/>.</summary>
    public void Modules(IReadOnlyList<System.Collections.BitArray> modules, string alt, double x, double size)
    {
        tags.BeginElement(PdfIllustrationElementTag.Figure, alt, new XRect(x, Y, size, size));
        var side = size / modules.Count;
        for (var row = 0; row < modules.Count; row++)
        {
            for (var column = 0; column < modules[row].Count;)
            {
                var run = 0;
                while (column + run < modules[row].Count && modules[row][column + run])
                    run++;
                if (run > 0)
                    pen.DrawRectangle(Ink, x + (column * side), Y + (row * side), run * side, side);
                column += Math.Max(run, 1);
            }
        }

        tags.End();
    }

    public void Line(double thickness = 0.75) => Aside(() =>
    {
        var line = thickness == Rule.Width ? Rule : new XPen(((XSolidBrush)Accent).Color, thickness);
        pen.DrawLine(line, Left, Y, Right, Y);
    });

    public double HeightOf(string words, XFont font, double width, double leading = 1.4) => Wrap(words, font, width).Count * font.Size * leading;

    /// <summary>How wide the widest of the words is: a narrower column would break it.</summary>
    public double WidthOf(string words, XFont font) => Printable(words).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => pen.MeasureString(w, font).Width).DefaultIfEmpty().Max();

    private XGraphics NewPage()
    {
        var page = document.AddPage();
        page.Size = PdfSharp.PageSize.A4;
        pen = XGraphics.FromPdfPage(page);
        Y = 790;
        Aside(() => foot(this));
        Y = Top;
        return pen;
    }

    private List<string> Wrap(string words, XFont font, double width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in Printable(words).Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(w => Pieces(w, font, width)))
        {
            var longer = line.Length == 0 ? word : line + " " + word;
            if (line.Length > 0 && pen.MeasureString(longer, font).Width > width)
            {
                lines.Add(line);
                line = word;
            }
            else
            {
                line = longer;
            }
        }

        if (line.Length > 0)
            lines.Add(line);
        return lines;
    }

    // A word wider than the column (an address, a row of w's) is broken where the column ends.
    private IEnumerable<string> Pieces(string word, XFont font, double width)
    {
        var piece = new StringBuilder();
        foreach (var letter in StringInfo.GetTextElementEnumerator(word).Each())
        {
            if (piece.Length > 0 && pen.MeasureString(piece + letter, font).Width > width)
            {
                yield return piece.ToString();
                piece.Clear();
            }

            piece.Append(letter);
        }

        yield return piece.ToString();
    }

    // Composed letters, because the typeface has é but sets no loose accent; no emoji, which it does not have.
    private static string Printable(string words)
    {
        var text = new StringBuilder();
        foreach (var rune in words.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                text.Append(' ');
            else if (category != UnicodeCategory.Format && !IsPictogram(rune, category))
                text.Append(rune);
        }

        return text.ToString();
    }

    // Arrows and beyond, with the variation selector and the key cap that go with them; ° © № come before.
    private static bool IsPictogram(Rune rune, UnicodeCategory category) =>
        (category == UnicodeCategory.OtherSymbol && rune.Value >= 0x2190) || rune.Value is 0xFE0F or 0x20E3 or (>= 0x1F3FB and <= 0x1F3FF);
}

file static class TextElements
{
    public static IEnumerable<string> Each(this TextElementEnumerator letters)
    {
        while (letters.MoveNext())
            yield return letters.GetTextElement();
    }
}
