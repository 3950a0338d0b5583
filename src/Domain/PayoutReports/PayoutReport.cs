using System.Globalization;
using Solidarity.Domain.Partners;
using Solidarity.Domain.Receipts;

namespace Solidarity.Domain.PayoutReports;

/// <summary>What came to a partner's account at Stripe and left it in some days. Never changed once made; one for a partner, period and currency.</summary>
public class PayoutReport
{
    public required Guid Id { get; init; }

    public required Guid PartnerId { get; init; }

    public Partner Partner { get; init; } = null!;

    /// <summary>Counted from 1 for each partner, without gaps.</summary>
    public required int Number { get; init; }

    public required PeriodKind Kind { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The last day, included.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>When <see cref="From"/> began in the time zone that the site had then.</summary>
    public required DateTimeOffset BeginsAt { get; init; }

    /// <summary>The first moment after <see cref="Until"/>.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    public required string CurrencyCode { get; init; }

    public required long OpeningMinor { get; init; }

    public required long TransfersMinor { get; init; }

    /// <summary>Negative, as every sum that left the account.</summary>
    public required long ReversalsMinor { get; init; }

    public required long PayoutsMinor { get; init; }

    /// <summary>Payouts that came back.</summary>
    public required long ReturnedMinor { get; init; }

    public required long FeesMinor { get; init; }

    public required long OtherMinor { get; init; }

    public required long ClosingMinor { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Null where the schedule made it.</summary>
    public Guid? MadeById { get; init; }

    /// <summary>Of the document: fr, nl, en, it or de.</summary>
    public required string Language { get; init; }

    /// <summary>Who the parties were on that day.</summary>
    public required PayoutReportFacts Facts { get; init; }

    /// <summary>When everybody who is to have it by mail was written to; null before, and where nobody is.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>As it stands on the document: 2026-0007.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Until.Year:D4}-{Number:D4}");

    public Currency Currency => Currency.Of(CurrencyCode);

    /// <summary>What was passed on and not taken back.</summary>
    public Money Paid => new(TransfersMinor + ReversalsMinor, Currency);

    /// <summary>The tax within <see cref="Paid"/>, to the nearest cent; null where the partner entered no rate.</summary>
    public Money? Vat => Facts.VatRate is { } rate ? new Money((long)Math.Round((decimal)Paid.Minor * rate / (10_000 + rate), MidpointRounding.AwayFromZero), Currency) : null;
}

/// <param name="VatNumber">With its country's letters, without spaces; null where none was entered.</param>
/// <param name="VatRate">In hundredths of a percent: 600 is 6 %.</param>
/// <param name="Platform">Who passed the money on.</param>
/// <param name="TimeZone">IANA name: where the days are counted.</param>
public sealed record PayoutReportFacts(
    string Name, string? Street, string? PostalCode, string? City, string Country, string? Registration, string Email, string? VatNumber, int? VatRate, IssuerParty Platform, string TimeZone);

/// <summary>The document, byte for byte as it was made.</summary>
public class PayoutReportFile
{
    public required Guid ReportId { get; init; }

    public required byte[] Pdf { get; init; }

    /// <summary>SHA-256, in small hexadecimal letters.</summary>
    public required string Hash { get; init; }
}

/// <summary>Somebody was sent a report: nobody gets it twice.</summary>
public class PayoutReportReader
{
    public required Guid ReportId { get; init; }

    public required Guid PersonId { get; init; }

    public required DateTimeOffset SentAt { get; init; }
}
