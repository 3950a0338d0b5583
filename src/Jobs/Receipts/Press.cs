using PdfSharp;
using PdfSharp.Fonts;

namespace Solidarity.Jobs.Receipts;

/// <summary>What every PDF of ours needs before its first page.</summary>
internal static class Press
{
    /// <summary>PDFsharp shares its font tables among documents; a page takes milliseconds, so one at a time costs nothing.</summary>
    public static readonly Lock OneAtATime = new();

    static Press()
    {
        // The project is AGPL-3.0-only, which is the licence of PDFsharp that it uses.
        PdfSharpLicense.SetAgplLicense();
        GlobalFontSettings.FontResolver = new ReceiptFonts();
    }
}
