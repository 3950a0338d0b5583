using System.Globalization;
using Solidarity.Domain;

namespace Solidarity.Jobs.PayoutReports;

/// <summary>One row of the table of a payout report.</summary>
/// <param name="Amount">Minor units.</param>
internal sealed record PayoutCsvRow(string Kind, DateTimeOffset At, long? Amount, Currency Currency)
{
    public long? Balance { get; init; }

    public string? StripeId { get; init; }

    public string? Payout { get; init; }

    public Guid? Gift { get; init; }

    public string? Giver { get; init; }

    public string? Voucher { get; init; }

    public string? State { get; init; }

    public string? Restaurant { get; init; }

    public string? Site { get; init; }

    public string? Ward { get; init; }

    public int? Delivery { get; init; }

    /// <summary>Paid, delivered, confirmed, redeemed, refunded.</summary>
    public DateTimeOffset?[] Times { get; init; } = new DateTimeOffset?[5];

    public long? Price { get; init; }

    public long? Share { get; init; }

    public string? Transfer { get; init; }

    public IEnumerable<string> All() =>
    [
        Kind, Time(At), Major(Amount), Minor(Amount), Major(Balance), Currency.Code, CsvCell.Of(StripeId), CsvCell.Of(Payout), Gift?.ToString("D") ?? "", CsvCell.Of(Giver), CsvCell.Of(Voucher), State ?? "", CsvCell.Of(Restaurant),
        CsvCell.Of(Site), CsvCell.Of(Ward), Minor(Delivery), .. Times.Select(Time), Major(Price), Minor(Price), Major(Share), Minor(Share), CsvCell.Of(Transfer),
    ];

    private static string Time(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) ?? "";

    private static string Minor(long? amount) => amount?.ToString(CultureInfo.InvariantCulture) ?? "";

    private string Major(long? amount) => amount is { } minor ? new Money(minor, Currency).ToMajor().ToString("F" + Currency.Decimals, CultureInfo.InvariantCulture) : "";
}
