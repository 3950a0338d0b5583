using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;
using Solidarity.Domain.Partners;
using Solidarity.Domain.PayoutReports;
using Solidarity.Jobs.Receipts;
using Solidarity.Jobs.Texts;

namespace Solidarity.Jobs.PayoutReports;

/// <summary>A payout report on paper: A4, tagged for screen readers, with its typeface inside. May be called from several threads.</summary>
public static class PayoutReportPdf
{
    private static readonly TextFile Words = TextFile.PayoutReport;

    /// <returns>The whole file.</returns>
    public static byte[] Render(PayoutReportContent content)
    {
        lock (Press.OneAtATime)
        {
            using var once = new Drawing(content, pages: null);
            // "Page 1 of 3" needs the number of pages before the first is drawn.
            using var again = new Drawing(content, once.Pages);
            return again.Save();
        }
    }

    private sealed class Drawing : IDisposable
    {
        private static readonly XFont Title = ReceiptFonts.Font(24, bold: true);
        private static readonly XFont Heading = ReceiptFonts.Font(13, bold: true);
        private static readonly XFont Body = ReceiptFonts.Font(10);
        private static readonly XFont Strong = ReceiptFonts.Font(10, bold: true);
        private static readonly XFont Small = ReceiptFonts.Font(8.5);
        private static readonly XFont Label = ReceiptFonts.Font(8.5, bold: true);

        private const double Column = 250;

        private readonly PayoutReportContent content;
        private readonly PayoutReport report;
        private readonly Locale locale;
        private readonly int? pages;
        private readonly PdfDocument document = new();
        private readonly ReceiptSheet sheet;

        public Drawing(PayoutReportContent content, int? pages)
        {
            (this.content, report, this.pages) = (content, content.Report, pages);
            locale = Locale.For(report.Language);
            // PDFsharp writes a no-break space here as a euro sign.
            document.Info.Title = Say("DocumentTitle", report.Name).Replace('\u00A0', ' ');
            document.Info.Author = report.Facts.Platform.Name.Replace('\u00A0', ' ');
            document.Info.CreationDate = report.MadeAt.UtcDateTime;
            document.ViewerPreferences.DisplayDocTitle = true;
            sheet = new ReceiptSheet(document, Foot);
            UAManager.ForDocument(document).SetDocumentLanguage(locale.Culture.Name);
            Head();
            Parties();
            Facts();
            Sums();
            Days();
            Payouts();
            Deliveries();
            sheet.Block(PdfBlockLevelElementTag.Paragraph, Say("Note", report.Facts.TimeZone), Small, ReceiptSheet.Soft);
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

        private string Money(long minor) => locale.Money(minor, report.CurrencyCode);

        private void Head()
        {
            sheet.Block(PdfBlockLevelElementTag.Paragraph, report.Facts.Platform.Name, Strong, ReceiptSheet.Accent);
            sheet.Y += 8;
            sheet.Block(PdfBlockLevelElementTag.Heading1, Say("DocumentTitle", report.Name), Title, ReceiptSheet.Ink);
            sheet.Block(PdfBlockLevelElementTag.Paragraph, PayoutReportWords.Period(locale, report), Body, ReceiptSheet.Ink);
            sheet.Y += 8;
            sheet.Line(2);
            sheet.Y += 14;
        }

        private void Parties()
        {
            var (who, platform, top) = (report.Facts, report.Facts.Platform, sheet.Y);
            Party(Say("PaidTo"), ReceiptSheet.Left, [
                who.Name, who.Street ?? "", $"{who.PostalCode} {who.City}", PayoutReportWords.Country(locale, who.Country), who.Email, who.Registration is null ? "" : Say("Registration", who.Registration),
                PayoutReportWords.Vat(report) is { } vat ? Say("VatNumberOf", vat) : ""]);
            var bottom = sheet.Y;
            sheet.Y = top;
            Party(Say("PassedOnBy"), ReceiptSheet.Left + Column, [
                platform.Name, platform.Street, $"{platform.PostalCode} {platform.City}", platform.Country, platform.Email, platform.Registration is null ? "" : Say("Registration", platform.Registration)]);
            sheet.Y = Math.Max(bottom, sheet.Y) + 14;
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
            Fact("Number", report.Name);
            Fact("Period", PayoutReportWords.Period(locale, report));
            Fact("MadeOn", locale.Day(report.MadeAt, TimeZoneInfo.FindSystemTimeZoneById(report.Facts.TimeZone)));
            if (content.Redeemed > 0)
                Fact("Redeemed", content.Redeemed.ToString("N0", locale.Culture));
            sheet.Y += 12;
        });

        private void Fact(string key, string value)
        {
            var (label, height) = (0.0, 0.0);
            sheet.Inside(PdfBlockLevelElementTag.ListItem, () =>
            {
                sheet.Inside(PdfBlockLevelElementTag.Label, () => label = sheet.Text(Say(key), Body, ReceiptSheet.Soft, ReceiptSheet.Left, 150));
                sheet.Inside(PdfBlockLevelElementTag.ListBody, () => height = sheet.Text(value, Body, ReceiptSheet.Ink, ReceiptSheet.Left + 160, ReceiptSheet.Width - 160));
            });
            sheet.Y += Math.Max(height, label) + 2;
        }

        private void Sums()
        {
            Columns columns = new([(Say("What"), 331, false), (Say("Amount"), 140, true)]);
            List<string[]> rows = [[Say("Opening"), Money(report.OpeningMinor)], .. PayoutReportWords.Sums(report).Select(s => new[] { Say(s.Key), Money(s.Minor) })];
            Table(Say("Summary"), columns, rows, [Say("Closing"), Money(report.ClosingMinor)]);
            if (report.Vat is { } vat)
            {
                var rate = PayoutReportWords.Percent(locale, report.Facts.VatRate!.Value);
                Table(Say("VatTitle"), columns, [[Say("Net"), Money(report.Paid.Minor - vat.Minor)], [Say("Vat", rate), Money(vat.Minor)]], [Say("Paid"), Money(report.Paid.Minor)]);
            }
        }

        private void Days()
        {
            if (content.Days.Count == 0)
                return;
            Columns columns = new([(Say("Day"), 96, false), (Say("Transfers"), 75, true), (Say("Reversals"), 75, true), (Say("Payouts"), 75, true), (Say("FeesAndOther"), 75, true), (Say("Balance"), 75, true)]);
            Table(Say("ByDay"), columns, content.Days.Select(d => new[]
            {
                locale.Day(d.Day), Money(d.TransfersMinor), Money(d.ReversalsMinor), Money(d.PayoutsMinor), Money(d.OtherMinor), Money(d.ClosingMinor),
            }), [Say("Total"), .. new[] { content.Days.Sum(d => d.TransfersMinor), content.Days.Sum(d => d.ReversalsMinor), content.Days.Sum(d => d.PayoutsMinor), content.Days.Sum(d => d.OtherMinor), report.ClosingMinor }.Select(Money)]);
        }

        private void Payouts()
        {
            Columns columns = new([(Say("Payout"), 166, false), (Say("Transfers"), 62, true), (Say("Reversals"), 62, true), (Say("Fees"), 56, true), (Say("Other"), 62, true), (Say("Bank"), 63, true)]);
            if (content.Payouts.Count == 0)
            {
                Title2(Say("PayoutsTitle"));
                sheet.Block(PdfBlockLevelElementTag.Paragraph, Say("NoPayouts"), Body, ReceiptSheet.Ink);
                sheet.Y += 16;
                return;
            }

            Table(Say("PayoutsTitle"), columns, content.Payouts.Select(Row), [Say("Total"), .. Parts(), Money(content.Payouts.Sum(p => p.AmountMinor))]);

            // The sum of what is known of some would be no sum of the column.
            IEnumerable<string> Parts() => content.Payouts.Any(p => !p.Explained)
                ? ["", "", "", ""]
                : new[] { content.Payouts.Sum(p => p.TransfersMinor), content.Payouts.Sum(p => p.ReversalsMinor), content.Payouts.Sum(p => p.FeesMinor), content.Payouts.Sum(p => p.OtherMinor) }.Select(Money);

            string[] Row(ReportPayout p)
            {
                var what = $"{p.StripeId} {Say(p.Status is PayoutStatus.Failed or PayoutStatus.Canceled ? "CameBack" : "Arrives", locale.Day(p.ArrivesOn))}";
                return p.Explained
                    ? [what, Money(p.TransfersMinor), Money(p.ReversalsMinor), Money(p.FeesMinor), Money(p.OtherMinor), Money(p.AmountMinor)]
                    : [$"{what} · {Say("Unexplained")}", "", "", "", "", Money(p.AmountMinor)];
            }
        }

        private void Deliveries()
        {
            if (content.Deliveries.Count == 0)
                return;
            string[] total = [Say("Total"), .. new[] { content.Deliveries.Sum(d => d.Count), content.Deliveries.Sum(d => d.Meals) }.Select(n => n.ToString("N0", locale.Culture)), Money(content.Deliveries.Sum(d => d.AmountMinor))];
            if (content.ByDay)
            {
                Columns days = new([(Say("Day"), 201, false), (Say("Deliveries"), 90, true), (Say("Meals"), 80, true), (Say("Price"), 100, true)]);
                Table(Say("Deliveries"), days, content.Deliveries.Select(d => new[] { locale.Day(d.Day), d.Count.ToString("N0", locale.Culture), d.Meals.ToString("N0", locale.Culture), Money(d.AmountMinor) }), total);
                return;
            }

            Columns columns = new([(Say("Number"), 48, false), (Say("Day"), 96, false), (Say("Where"), 197, false), (Say("Meals"), 50, true), (Say("Price"), 80, true)]);
            Table(Say("Deliveries"), columns, content.Deliveries.Select(d => new[] { $"{d.Number}", locale.Day(d.Day), d.Where ?? "", d.Meals.ToString("N0", locale.Culture), Money(d.AmountMinor) }),
                [total[0], "", "", total[2], total[3]]);
        }

        private void Title2(string words)
        {
            if (sheet.Room < 90)
                sheet.TurnPage();
            sheet.Block(PdfBlockLevelElementTag.Heading2, words, Heading, ReceiptSheet.Ink);
            sheet.Y += 4;
        }

        private void Table(string title, Columns planned, IEnumerable<string[]> lines, string[] total)
        {
            List<string[]> rows = [.. lines];
            var columns = planned.Fit([.. planned.Names.Select((name, i) => rows.Select(r => sheet.WidthOf(r[i], Small)).Append(sheet.WidthOf(name, Label)).Append(sheet.WidthOf(total[i], Label)).Max())]);
            Title2(title);
            sheet.Inside(PdfBlockLevelElementTag.Table, () =>
            {
                sheet.Inside(PdfBlockLevelElementTag.TableHeadRowGroup, () => Row(columns, columns.Names, PdfBlockLevelElementTag.TableHeaderCell, Label, ReceiptSheet.Soft));
                sheet.Inside(PdfBlockLevelElementTag.TableBodyRowGroup, () =>
                {
                    for (var i = 0; i < rows.Count; i++)
                    {
                        // The last goes with the sum: a sum alone on a page is the sum of nothing.
                        TurnPageWithin(columns, i == rows.Count - 1 ? [rows[i], total] : [rows[i]]);
                        Row(columns, rows[i], PdfBlockLevelElementTag.TableDataCell, Small, ReceiptSheet.Ink);
                    }
                });
                sheet.Inside(PdfBlockLevelElementTag.TableFooterRowGroup, () => Row(columns, total, PdfBlockLevelElementTag.TableDataCell, Label, ReceiptSheet.Ink));
            });
            sheet.Y += 16;
        }

        /// <summary>The names of the columns again, for the eye only: the table that is read aloud goes on.</summary>
        private void TurnPageWithin(Columns columns, string[][] together)
        {
            if (together.Sum(row => HeightOf(columns, row, Label) + 7) + 5 <= sheet.Room)
                return;
            sheet.TurnPage();
            sheet.Aside(() => columns.Each((x, width, atRight, i) => sheet.Text(columns.Names[i], Label, ReceiptSheet.Soft, x, width, atRight)));
            sheet.Y += HeightOf(columns, columns.Names, Label) + 3;
            sheet.Line();
            sheet.Y += 4;
        }

        private void Row(Columns columns, string[] cells, PdfBlockLevelElementTag tag, XFont font, XBrush brush)
        {
            sheet.Inside(PdfBlockLevelElementTag.TableRow, () => columns.Each((x, width, atRight, i) => sheet.Inside(tag, () => sheet.Text(cells[i], font, brush, x, width, atRight))));
            sheet.Y += HeightOf(columns, cells, font) + 3;
            sheet.Line();
            sheet.Y += 4;
        }

        private double HeightOf(Columns columns, string[] cells, XFont font)
        {
            var height = font.Size * 1.4;
            columns.Each((_, width, _, i) => height = Math.Max(height, sheet.HeightOf(cells[i], font, width)));
            return height;
        }

        private void Foot(ReceiptSheet page)
        {
            page.Text($"{report.Facts.Name} · {Say("DocumentTitle", report.Name)}", Small, ReceiptSheet.Soft, ReceiptSheet.Left, 350);
            if (pages is not null)
                page.Text(Say("Page", $"{page.Page}", $"{pages}"), Small, ReceiptSheet.Soft, ReceiptSheet.Right - 100, 100, atRight: true);
        }
    }

    /// <summary>Of a table, from left to right: name, width in points, and whether it stands at the right.</summary>
    private sealed record Columns((string Name, double Width, bool AtRight)[] All)
    {
        private const double Gap = 6;

        public string[] Names { get; } = [.. All.Select(c => c.Name)];

        /// <summary>Where a word or an amount is wider than its column, the column that can best spare it gives some of its width.</summary>
        /// <param name="needs">How wide the widest word of each column is.</param>
        public Columns Fit(double[] needs)
        {
            var widths = All.Select(c => c.Width).ToArray();
            for (var i = 0; i < widths.Length; i++)
            {
                // A hair more: a sum of widths is seldom the width of the sum.
                var lacks = needs[i] + Gap + 0.1 - widths[i];
                var rich = Enumerable.Range(0, widths.Length).MaxBy(other => widths[other] - needs[other]);
                var given = Math.Min(lacks, widths[rich] - needs[rich] - Gap - 0.1);
                if (lacks <= 0 || given <= 0)
                    continue;
                widths[i] += given;
                widths[rich] -= given;
            }

            return new Columns([.. All.Select((c, i) => c with { Width = widths[i] })]);
        }

        public void Each(Action<double, double, bool, int> draw)
        {
            var x = ReceiptSheet.Left;
            for (var i = 0; i < All.Length; i++)
            {
                draw(x, All[i].Width - Gap, All[i].AtRight, i);
                x += All[i].Width;
            }
        }
    }
}
