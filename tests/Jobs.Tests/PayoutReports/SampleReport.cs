using Solidarity.Domain.Partners;
using Solidarity.Domain.PayoutReports;
using Solidarity.Jobs.PayoutReports;
using Solidarity.Jobs.Tests.Receipts;

namespace Solidarity.Jobs.Tests.PayoutReports;

/// <summary>A restaurant's week: paid for, brought, paid out.</summary>
internal static class SampleReport
{
    private static readonly DateOnly Monday = new(2026, 11, 16);

    public static PayoutReport Report(string language, int? vat = 600) => new()
    {
        Id = new Guid("0199d4f0-0000-7000-8000-000000000001"),
        PartnerId = Guid.Empty,
        Number = 7,
        Kind = PeriodKind.Week,
        From = Monday,
        Until = Monday.AddDays(6),
        BeginsAt = new DateTimeOffset(2026, 11, 15, 23, 0, 0, TimeSpan.Zero),
        EndsAt = new DateTimeOffset(2026, 11, 22, 23, 0, 0, TimeSpan.Zero),
        CurrencyCode = "EUR",
        OpeningMinor = 12_000,
        TransfersMinor = 58_800,
        ReversalsMinor = -1_960,
        PayoutsMinor = -60_000,
        ReturnedMinor = 10_000,
        FeesMinor = -25,
        OtherMinor = 0,
        ClosingMinor = 18_815,
        MadeAt = new DateTimeOffset(2026, 11, 23, 4, 30, 0, TimeSpan.Zero),
        Language = language,
        Facts = new PayoutReportFacts("Chez Fatiha", "Rue de Flandre 12", "1000", "Bruxelles", "BE", "0123.456.749", "fatiha@example.org", vat is null ? null : "BE0123456749", vat, Sample.Issuer, "Europe/Brussels"),
    };

    public static PayoutReportContent Content(string language = "fr", int deliveries = 3, bool byDay = false) => new(
        Report(language),
        [new ReportDay(Monday, 19_600, 0, 0, 0, 31_600), new ReportDay(Monday.AddDays(2), 39_200, -1_960, -60_000, 9_975, 18_815)],
        [
            new ReportPayout(Guid.Empty, "po_1QxT2eLkdIwHu7ix0a1b2c3d", Monday.AddDays(4), PayoutStatus.Paid, 50_000, 52_000, -1_975, -25, 0, true),
            new ReportPayout(Guid.Empty, "po_1QxT2eLkdIwHu7ix0a1b2c4e", Monday.AddDays(5), PayoutStatus.Failed, 10_000, 0, 0, 0, 0, false),
        ],
        [.. Enumerable.Range(1, deliveries).Select(n => byDay
            ? new ReportDelivery(null, Monday.AddDays(n - 1), null, 30, 400, 400_000)
            : new ReportDelivery(n, Monday.AddDays(n % 7), "CHU Saint-Pierre, Urgences", 1, 12, 12_000))],
        byDay, 4);
}
