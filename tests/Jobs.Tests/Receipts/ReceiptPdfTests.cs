using System.Text;
using Solidarity.Jobs.Receipts;

namespace Solidarity.Jobs.Tests.Receipts;

public class ReceiptPdfTests
{
    private static byte[] Render(ReceiptContent content)
    {
        var pdf = ReceiptPdf.Render(content, Sample.Brussels);
        // A folder to look at them in: SOLIDARITY_TEST_PDFS=/tmp/pdfs
        if (Environment.GetEnvironmentVariable("SOLIDARITY_TEST_PDFS") is { Length: > 0 } folder)
            File.WriteAllBytes(Path.Combine(folder, $"{content.Language}-{content.Lines.Count}-{content.GiverName?.Length ?? 0}.pdf"), pdf);
        return pdf;
    }

    [PopplerTheory]
    [InlineData("fr")]
    [InlineData("nl")]
    [InlineData("en")]
    [InlineData("it")]
    [InlineData("de")]
    public void Words(string language) => Snapshot.Verify(PdfTools.Text(Render(Sample.Receipt(language))), language);

    [PopplerFact]
    public void It_is_one_tagged_A4_page_with_title_and_typeface_inside()
    {
        var pdf = Render(Sample.Receipt());
        var info = PdfTools.Info(pdf);
        Assert.Matches(@"Tagged:\s+yes", info);
        Assert.Matches(@"Pages:\s+1\n", info);
        Assert.Matches(@"Page size:.*\(A4\)", info);
        Assert.Matches(@"Title:\s+Reçu n° 2026-000123", info);
        Assert.All(PdfTools.Fonts(pdf).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2), font => Assert.Matches(@"Noto Sans.*yes +yes +yes", font));
        Assert.Matches(@"/Lang ?\(fr-BE\)", Encoding.Latin1.GetString(pdf));
        Assert.InRange(pdf.Length, 10_000, 120_000);
    }

    [PopplerFact]
    public void A_screen_reader_meets_headings_a_table_and_words_for_the_picture() =>
        Snapshot.Verify(PdfTools.Structure(Render(Sample.Receipt())));

    [PopplerTheory]
    [InlineData("Łukasz Żółć")]
    [InlineData("Işıl Şahin Ğ")]
    [InlineData("Großmann ẞ")]
    [InlineData("Ελένη Παπαδοπούλου")]
    [InlineData("Наталія Їжакевич")]
    [InlineData("Nguyễn Thị Đặng")]
    [InlineData("Ștefan Țăranu")]
    public void Every_European_name_prints(string name) =>
        Assert.Contains(name, PdfTools.Text(Render(Sample.Receipt(name: name))), StringComparison.Ordinal);

    [PopplerFact]
    public void The_issuers_name_is_right_in_the_files_properties() => Assert.Matches(
        @"Author:\s+Fundacja Łódź «Î»", PdfTools.Info(Render(Sample.Receipt("en") with { Issuer = Sample.Issuer with { Name = "Fundacja Łódź «Î»" } })));

    [PopplerFact]
    public void Loose_accents_are_composed_and_emoji_left_out()
    {
        var text = PdfTools.Text(Render(Sample.Receipt(name: "Zoe\u0308\r\nBcc 🍲👍🏽 n° 5")));
        Assert.Matches(@"Zoë Bcc +n° 5", text);
    }

    [PopplerFact]
    public void Long_words_wrap_and_many_lines_go_on_on_further_pages()
    {
        var lines = Enumerable.Range(1, 60).Select(i => new ReceiptLine(
            ReceiptLineKind.Gift, $"Repas {i} " + (i % 7 == 0 ? new string('w', 200) : string.Join(' ', Enumerable.Repeat("longtemps", i % 12))), "La Louche asbl", i * 100L)).ToArray();
        var pdf = Render(Sample.Receipt("de", lines: lines));
        var text = PdfTools.Text(pdf);
        var pages = text.Count(c => c == '\f');
        Assert.InRange(pages, 3, 7);
        Assert.Contains($"Seite {pages} von {pages}", text, StringComparison.Ordinal);
        Assert.All(Enumerable.Range(1, 60), i => Assert.Contains($" {i},00 €", text, StringComparison.Ordinal));
        Assert.Contains("1.830,00 €", text, StringComparison.Ordinal);
    }

    [PopplerFact]
    public void What_is_not_known_is_left_out()
    {
        var text = PdfTools.Text(Render(Sample.Receipt("en", name: null, lines: new ReceiptLine(ReceiptLineKind.Gift, "Soup", null, 1500)) with
        {
            Method = null,
            Currency = "JPY",
            Issuer = Sample.Issuer with { Registration = null },
        }));
        Assert.DoesNotContain("Payment method", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Registration", text, StringComparison.Ordinal);
        Assert.Contains("JPY 1,500", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_threads_make_the_same_receipts()
    {
        var contents = Enumerable.Range(0, 24).Select(i => Sample.Receipt(i % 2 == 0 ? "fr" : "de", name: "Name " + i)).ToList();
        var sizes = await Task.WhenAll(contents.Select(c => Task.Run(() => ReceiptPdf.Render(c, Sample.Brussels).Length)));
        Assert.Equal(contents.Select(c => ReceiptPdf.Render(c, Sample.Brussels).Length), sizes);
        Assert.All(contents, c => Assert.StartsWith("%PDF-", Encoding.Latin1.GetString(ReceiptPdf.Render(c, Sample.Brussels)), StringComparison.Ordinal));
    }
}
