using Solidarity.Domain;
using Solidarity.Domain.Meals;
using Solidarity.Payments.Transfers;

namespace Solidarity.Jobs.PayoutReports;

/// <summary>What the table of a payout report says of a voucher.</summary>
internal sealed class PayoutCsvVoucher
{
    public required Guid Id { get; init; }

    public required string Code { get; init; }

    public required VoucherStatus Status { get; init; }

    public required string Restaurant { get; init; }

    public required string Site { get; init; }

    public required string Ward { get; init; }

    public required int? Delivery { get; init; }

    public required Guid DonationId { get; init; }

    public required DateTimeOffset PaidAt { get; init; }

    public required DateTimeOffset? DeliveredAt { get; init; }

    public required DateTimeOffset? ConfirmedAt { get; init; }

    public required DateTimeOffset? RedeemedAt { get; init; }

    public required DateTimeOffset? RefundedAt { get; init; }

    public required long PriceMinor { get; init; }

    public required Guid? TransferId { get; init; }

    public required string? StripeTransferId { get; init; }

    /// <summary>What the transfer was of; null where there is none yet.</summary>
    public required long? TransferMinor { get; init; }

    /// <summary>For how many the transfer was made.</summary>
    public required int? Meals { get; init; }

    /// <summary>How many vouchers of the same transfer stand before it.</summary>
    public required int Rank { get; init; }

    public PayoutCsvRow ToRow(string kind, Currency currency, string? payout)
    {
        var refunded = Status == VoucherStatus.Refunded;
        return new PayoutCsvRow(kind, PaidAt, null, currency)
        {
            Payout = payout,
            Gift = DonationId,
            // Whoever reads the file must not be able to eat the meal.
            Voucher = "…" + Code[^4..],
            State = Status.ToString(),
            Restaurant = Restaurant,
            Site = Site,
            Ward = Ward,
            Delivery = Delivery,
            Times = [PaidAt, DeliveredAt, ConfirmedAt, RedeemedAt, refunded ? RefundedAt : null],
            Price = PriceMinor,
            Share = Share(currency),
            Transfer = StripeTransferId,
        };
    }

    private long? Share(Currency currency) => TransferMinor is { } minor && Meals is { } all && Rank < all
        ? (TakeFromPartner.ShareOf(new Money(minor, currency), Rank + 1, all) - TakeFromPartner.ShareOf(new Money(minor, currency), Rank, all)).Minor
        : null;
}
