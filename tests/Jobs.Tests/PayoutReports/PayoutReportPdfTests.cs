using System.Text;
using Solidarity.Domain.People;
using Solidarity.Jobs.Mail;
using Solidarity.Jobs.PayoutReports;
using Solidarity.Jobs.Tests.Receipts;

namespace Solidarity.Jobs.Tests.PayoutReports;

public class PayoutReportPdfTests
{
    private static byte[] Render(PayoutReportContent content)
    {
        var pdf = PayoutReportPdf.Render(content);
        // A folder to look at them in: SOLIDARITY_TEST_PDFS=/tmp/pdfs
        if (Environment.GetEnvironmentVariable("SOLIDARITY_TEST_PDFS") is { Length: > 0 } folder)
            File.WriteAllBytes(Path.Combine(folder, $"payout-report-{content.Report.Language}-{content.Deliveries.Count}.pdf"), pdf);
        return pdf;
    }

    [PopplerTheory]
    [InlineData("fr")]
    [InlineData("nl")]
    [InlineData("en")]
    [InlineData("it")]
    [InlineData("de")]
    public void Words(string language) => Snapshot.Verify(PdfTools.Text(Render(SampleReport.Content(language))), language);

    [PopplerFact]
    public void It_is_tagged_A4_with_title_and_typeface_inside()
    {
        var pdf = Render(SampleReport.Content());
        var info = PdfTools.Info(pdf);
        Assert.Matches(@"Tagged:\s+yes", info);
        Assert.Matches(@"Page size:.*\(A4\)", info);
        Assert.Matches(@"Title:\s+Relevé de versements 2026-0007", info);
        Assert.All(PdfTools.Fonts(pdf).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2), font => Assert.Matches(@"Noto Sans.*yes +yes +yes", font));
        Assert.Matches(@"/Lang ?\(fr-BE\)", Encoding.Latin1.GetString(pdf));
    }

    [PopplerFact]
    public void Many_deliveries_go_on_over_pages_that_name_their_columns()
    {
        var text = PdfTools.Text(Render(SampleReport.Content("en", deliveries: 300)));
        var pages = text.Split('\f', StringSplitOptions.RemoveEmptyEntries);
        Assert.InRange(pages.Length, 8, 20);
        Assert.All(pages.Select((page, i) => (page, i)), p => Assert.Contains($"Page {p.i + 1} of {pages.Length}", p.page, StringComparison.Ordinal));
        Assert.All(pages.Skip(2), page => Assert.Contains("Ward", page, StringComparison.Ordinal));
        Assert.Equal(300, text.Split("CHU Saint-Pierre, Urgences").Length - 1);
    }

    [PopplerFact]
    public void A_day_s_sum_stands_where_there_are_too_many()
    {
        var text = PdfTools.Text(Render(SampleReport.Content("en", deliveries: 7, byDay: true)));
        Assert.Contains("2,800", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ward", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("nl")]
    [InlineData("en")]
    [InlineData("it")]
    [InlineData("de")]
    public void Mail(string language)
    {
        var reader = Person.New("fatiha@example.org", "Fatiha", language, Sample.PaidAt);
        var mail = PayoutReportMail.Build(SampleReport.Report("fr"), [1], reader, new Uri("https://solidarity.example/workspace/organisations/chez-fatiha/money/reports/1"));
        Assert.Equal("releve-de-versements-2026-0007.pdf", Assert.Single(mail.Attachments).FileName);
        Snapshot.Verify($"{mail.Subject}\n\n{mail.Text}", language);
    }
}
