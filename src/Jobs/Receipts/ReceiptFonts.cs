using PdfSharp.Drawing;
using PdfSharp.Fonts;

namespace Solidarity.Jobs.Receipts;

/// <summary>Gives PDFsharp the typeface that the project ships, so that a receipt looks alike on every machine: Noto Sans, in Latin, Greek and Cyrillic.</summary>
internal sealed class ReceiptFonts : IFontResolver
{
    private const string Family = "Noto Sans";
    private const string Regular = "NotoSans-Regular";
    private const string Bold = "NotoSans-Bold";

    private static readonly XPdfFontOptions Embedded = new(PdfSharp.Pdf.PdfFontEncoding.Unicode, PdfSharp.Pdf.PdfFontEmbedding.TryComputeSubset);

    public static XFont Font(double size, bool bold = false) => new(Family, size, bold ? XFontStyleEx.Bold : XFontStyleEx.Regular, Embedded);

    public FontResolverInfo? ResolveTypeface(string familyName, bool isBold, bool isItalic) =>
        familyName == Family ? new FontResolverInfo(isBold ? Bold : Regular) : null;

    public byte[]? GetFont(string faceName)
    {
        using var file = typeof(ReceiptFonts).Assembly.GetManifestResourceStream($"Solidarity.Jobs.Fonts.{faceName}.ttf");
        if (file is null)
            return null;
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
