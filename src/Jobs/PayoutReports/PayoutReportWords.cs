using System.Globalization;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.Partners;
using Solidarity.Domain.PayoutReports;
using Solidarity.Jobs.Texts;

namespace Solidarity.Jobs.PayoutReports;

/// <summary>How reports name things in each language.</summary>
public static class PayoutReportWords
{
    private static readonly TextFile Words = TextFile.PayoutReport;

    /// <summary>What the document is called as a file, without its ending.</summary>
    public static string FileName(PayoutReport report) => Words.Get(Locale.For(report.Language), "FileName", report.Name);

    internal static string Period(Locale locale, PayoutReport report) =>
        report.From == report.Until ? locale.Day(report.From) : Words.Get(locale, "PeriodText", locale.Day(report.From), locale.Day(report.Until));

    /// <summary>The name of a country in that language; what is no code is given back.</summary>
    internal static string Country(Locale locale, string code) =>
        Countries.Knows(code) ? new RegionInfo($"{locale.Culture.TwoLetterISOLanguageName}-{code}").NativeName : code;

    internal static string Percent(Locale locale, int rate) => (rate / 100m).ToString("0.##", locale.Culture) + "\u00A0%";

    /// <summary>Rows of name and amount, the sums of the period.</summary>
    internal static IEnumerable<(string Key, long Minor)> Sums(PayoutReport report)
    {
        yield return ("Transfers", report.TransfersMinor);
        yield return ("Reversals", report.ReversalsMinor);
        yield return ("Payouts", report.PayoutsMinor);
        if (report.ReturnedMinor != 0)
            yield return ("Returned", report.ReturnedMinor);
        if (report.FeesMinor != 0)
            yield return ("Fees", report.FeesMinor);
        if (report.OtherMinor != 0)
            yield return ("Other", report.OtherMinor);
    }

    internal static string? Vat(PayoutReport report) => report.Facts.VatNumber is { } number ? VatNumber.Format(number) : null;
}
