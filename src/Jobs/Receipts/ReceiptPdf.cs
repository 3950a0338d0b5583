using System.Text.RegularExpressions;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;
using QRCoder;
using Solidarity.Jobs.Texts;

namespace Solidarity.Jobs.Receipts;

/// <summary>
/// A receipt on paper: A4, tagged for screen readers, with its typeface inside. It proves a payment and says that it is not a tax
/// certificate. May be called from several threads.
/// </summary>
public static partial class ReceiptPdf
{
    private static readonly TextFile Words = TextFile.ReceiptPdf;

    /// <param name="content">What the receipt says.</param>
    /// <param name="zone">Where the days of its dates are counted (Site:TimeZone).</param>
    /// <returns>The whole file.</returns>
    public static byte[] Render(ReceiptContent content, TimeZoneInfo zone)
    {
        lock (Press.OneAtATime)
        {
            using var once = new Drawing(content, zone, pages: null);
            if (once.Pages == 1)
                return once.Save();
            // "Page 1 of 3" needs the number of pages before the first is drawn.
            using var again = new Drawing(content, zone, once.Pages);
            return again.Save();
        }
    }

    /// <summary>What the file is called, wherever it goes, in the receipt's language.</summary>
    public static string FileName(ReceiptContent content) => TextFile.ReceiptMail.Get(Locale.For(content.Language), "FileName", NotPlain().Replace(content.Number, "-"));

    [GeneratedRegex("[^A-Za-z0-9-]")]
    private static partial Regex NotPlain();

    private sealed class Drawing : IDisposable
    {
        private static readonly XFont Body = ReceiptFonts.Font(10);
        private static readonly XFont Strong = ReceiptFonts.Font(10, bold: true);
        private static readonly XFont Small = ReceiptFonts.Font(8.5);
        private static readonly XFont Label = ReceiptFonts.Font(8.5, bold: true);
        private static readonly XFont Title = ReceiptFonts.Font(28, bold: true);
        private static readonly XFont Sum = ReceiptFonts.Font(22, bold: true);

        private const double AmountWidth = 120;
        private const double WhatWidth = ReceiptSheet.Width - AmountWidth - 16;
        private const double Column = 250;

        private readonly ReceiptContent content;
        private readonly TimeZoneInfo zone;
        private readonly Locale locale;
        private readonly int? pages;
        private readonly PdfDocument document = new();
        private readonly ReceiptSheet sheet;

        public Drawing(ReceiptContent content, TimeZoneInfo zone, int? pages)
        {
            (this.content, this.zone, this.pages) = (content, zone, pages);
            locale = Locale.For(content.Language);
            // PDFsharp writes a no-break space here as a euro sign.
            document.Info.Title = Say("DocumentTitle", content.Number).Replace('\u00A0', ' ');
            document.Info.Author = content.Issuer.Name.Replace('\u00A0', ' ');
            document.Info.CreationDate = content.IssuedAt.UtcDateTime;
            document.ViewerPreferences.DisplayDocTitle = true;
            sheet = new ReceiptSheet(document, Foot);
            UAManager.ForDocument(document).SetDocumentLanguage(locale.Culture.Name);
            Head();
            Parties();
            Facts();
            Table();
            End();
        }

        public int Pages => document.PageCount;

        public byte[] Save()
        {
            sheet.Dispose();
            using var file = new MemoryStream();
            document.Save(file, closeStream: false);
            return file.ToArray();
        }

        public void Dispose()
        {
            sheet.Dispose();
            document.Dispose();
        }

        private string Say(string key, params string[] words) => Words.Get(locale, key, words);

        private string Money(long minor) => locale.Money(minor, content.Currency);

        private void Head()
        {
            sheet.Block(PdfBlockLevelElementTag.Paragraph, content.Issuer.Name, Strong, ReceiptSheet.Accent);
            sheet.Y += 10;
            sheet.Block(PdfBlockLevelElementTag.Heading1, Say("Title"), Title, ReceiptSheet.Ink);
            sheet.Y += 10;
            sheet.Line(2);
            sheet.Y += 16;
        }

        private void Parties()
        {
            var issuer = content.Issuer;
            var top = sheet.Y;
            Party(Say("IssuedBy"), ReceiptSheet.Left, [
                issuer.Name, issuer.Street, $"{issuer.PostalCode} {issuer.City}", issuer.Country, issuer.Email,
                issuer.Registration is null ? "" : Say("Registration", issuer.Registration)]);
            var bottom = sheet.Y;
            sheet.Y = top;
            Party(Say("ReceivedFrom"), ReceiptSheet.Left + Column, [content.GiverName ?? "", content.GiverEmail]);
            sheet.Y = Math.Max(bottom, sheet.Y) + 18;
        }

        private void Party(string label, double x, string[] lines)
        {
            var width = ReceiptSheet.Right - ReceiptSheet.Left - Column;
            sheet.Block(PdfBlockLevelElementTag.Heading2, label, Label, ReceiptSheet.Soft, x, width);
            sheet.Y += 2;
            var font = Strong;
            foreach (var line in lines.Where(l => !string.IsNullOrWhiteSpace(l)))
            {
                sheet.Block(PdfBlockLevelElementTag.Paragraph, line, font, ReceiptSheet.Ink, x, width);
                font = Body;
            }
        }

        private void Facts() => sheet.Inside(PdfBlockLevelElementTag.List, () =>
        {
            Fact("Number", content.Number);
            Fact("IssuedOn", locale.Day(content.IssuedAt, zone));
            Fact("PaidOn", locale.Day(content.PaidAt, zone));
            Fact("Method", content.Method);
            Fact("Reference", content.PaymentReference);
            sheet.Y += 18;
        });

        private void Fact(string key, string? value)
        {
            if (string.IsNullOrWhiteSpace(value))
                return;
            var height = 0.0;
            sheet.Inside(PdfBlockLevelElementTag.ListItem, () =>
            {
                sheet.Inside(PdfBlockLevelElementTag.Label, () => sheet.Text(Say(key), Body, ReceiptSheet.Soft, ReceiptSheet.Left, 150));
                sheet.Inside(PdfBlockLevelElementTag.ListBody, () =>
                    height = sheet.Text(value, Body, ReceiptSheet.Ink, ReceiptSheet.Left + 160, ReceiptSheet.Width - 160));
            });
            sheet.Y += Math.Max(height, Body.Size * 1.4) + 2;
        }

        private void Table() => sheet.Inside(PdfBlockLevelElementTag.Table, () =>
        {
            sheet.Inside(PdfBlockLevelElementTag.TableHeadRowGroup, () => sheet.Inside(PdfBlockLevelElementTag.TableRow, () => Cells(
                PdfBlockLevelElementTag.TableHeaderCell, () => sheet.Text(Say("What"), Label, ReceiptSheet.Soft, ReceiptSheet.Left, WhatWidth), Say("Amount"), Label, ReceiptSheet.Soft)));
            BelowColumnNames();
            sheet.Inside(PdfBlockLevelElementTag.TableBodyRowGroup, () =>
            {
                foreach (var line in content.Lines)
                    Row(line);
            });
            sheet.Inside(PdfBlockLevelElementTag.TableFooterRowGroup, Total);
        });

        private void Row(ReceiptLine line)
        {
            var what = line.Kind switch
            {
                ReceiptLineKind.Gift => Say("Gift", line.Description),
                ReceiptLineKind.Tip => Say("Tip"),
                _ => Say("Fees"),
            };
            var forWhom = string.IsNullOrWhiteSpace(line.Beneficiary) ? "" : Say("For", line.Beneficiary);
            var height = sheet.HeightOf(what, Body, WhatWidth) + sheet.HeightOf(forWhom, Small, WhatWidth);
            if (height + 16 > sheet.Room)
                TurnPageWithinTable();
            sheet.Inside(PdfBlockLevelElementTag.TableRow, () => Cells(PdfBlockLevelElementTag.TableDataCell, () =>
            {
                var top = sheet.Y;
                sheet.Block(PdfBlockLevelElementTag.Paragraph, what, Body, ReceiptSheet.Ink, width: WhatWidth);
                if (forWhom.Length > 0)
                    sheet.Block(PdfBlockLevelElementTag.Paragraph, forWhom, Small, ReceiptSheet.Soft, width: WhatWidth);
                sheet.Y = top;
            }, Money(line.AmountMinor), Body, ReceiptSheet.Ink));
            sheet.Y += height + 7;
            sheet.Line();
            sheet.Y += 8;
        }

        // The names of the columns again, for the eye only: the table that is read aloud goes on.
        private void TurnPageWithinTable()
        {
            sheet.TurnPage();
            sheet.Aside(() =>
            {
                sheet.Text(Say("What"), Label, ReceiptSheet.Soft, ReceiptSheet.Left, WhatWidth);
                sheet.Text(Say("Amount"), Label, ReceiptSheet.Soft, ReceiptSheet.Right - AmountWidth, AmountWidth, atRight: true);
            });
            BelowColumnNames();
        }

        private void BelowColumnNames()
        {
            sheet.Y += 18;
            sheet.Line();
            sheet.Y += 8;
        }

        private void Cells(PdfBlockLevelElementTag tag, Action what, string amount, XFont font, XBrush brush)
        {
            sheet.Inside(tag, what);
            sheet.Inside(tag, () => sheet.Text(amount, font, brush, ReceiptSheet.Right - AmountWidth, AmountWidth, atRight: true));
        }

        private void Total()
        {
            if (sheet.Room < 60)
                sheet.TurnPage();
            sheet.Y += 6;
            sheet.Inside(PdfBlockLevelElementTag.TableRow, () =>
            {
                // Both on one base line.
                sheet.Y += Sum.Size - Strong.Size;
                sheet.Inside(PdfBlockLevelElementTag.TableHeaderCell, () => sheet.Text(Say("Total"), Strong, ReceiptSheet.Ink, ReceiptSheet.Left, 180));
                sheet.Y -= Sum.Size - Strong.Size;
                sheet.Inside(PdfBlockLevelElementTag.TableDataCell, () =>
                    sheet.Text(Money(content.TotalMinor), Sum, ReceiptSheet.Accent, ReceiptSheet.Left + 180, ReceiptSheet.Width - 180, atRight: true));
            });
            sheet.Y += 52;
        }

        private void End()
        {
            const double code = 84;
            if (sheet.Room < code + 70)
                sheet.TurnPage();
            sheet.Block(PdfBlockLevelElementTag.Paragraph, Say("Thanks"), Strong, ReceiptSheet.Ink);
            sheet.Block(PdfBlockLevelElementTag.Paragraph, Say("Proof"), Body, ReceiptSheet.Ink);
            sheet.Y += 26;
            var top = sheet.Y;
            using var qr = QRCodeGenerator.GenerateQrCode(content.GiftPage.AbsoluteUri, QRCodeGenerator.ECCLevel.M);
            // The white border belongs to the code: the paper is white already.
            var modules = qr.ModuleMatrix.Skip(4).SkipLast(4).Select(row => new System.Collections.BitArray([.. row.Cast<bool>().Skip(4).SkipLast(4)])).ToList();
            sheet.Modules(modules, Say("CodeAlt"), ReceiptSheet.Left, code);
            sheet.Y = top + 12;
            var x = ReceiptSheet.Left + code + 18;
            sheet.Block(PdfBlockLevelElementTag.Heading2, Say("Follow"), Strong, ReceiptSheet.Ink, x, ReceiptSheet.Right - x);
            sheet.Block(PdfBlockLevelElementTag.Paragraph, Say("Scan"), Body, ReceiptSheet.Soft, x, ReceiptSheet.Right - x);
            sheet.Y += 2;
            sheet.Inside(PdfBlockLevelElementTag.Paragraph, () =>
                sheet.Link(content.GiftPage, Say("Follow"), Small, ReceiptSheet.Accent, x, ReceiptSheet.Right - x));
        }

        private void Foot(ReceiptSheet page)
        {
            page.Text($"{content.Issuer.Name} · {Say("DocumentTitle", content.Number)}", Small, ReceiptSheet.Soft, ReceiptSheet.Left, 350);
            if (pages is not null)
                page.Text(Say("Page", $"{page.Page}", $"{pages}"), Small, ReceiptSheet.Soft, ReceiptSheet.Right - 100, 100, atRight: true);
        }
    }
}
