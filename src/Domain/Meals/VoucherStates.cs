namespace Solidarity.Domain.Meals;

/// <summary>Every move a voucher can make; nothing else sets its state.</summary>
public static class VoucherStates
{
    private static readonly HashSet<(VoucherStatus From, VoucherStatus To)> Moves =
    [
        (VoucherStatus.Funded, VoucherStatus.Accepted),
        (VoucherStatus.Accepted, VoucherStatus.Funded), // the delivery was called off
        (VoucherStatus.Accepted, VoucherStatus.Delivered),
        (VoucherStatus.Delivered, VoucherStatus.Confirmed),
        (VoucherStatus.Delivered, VoucherStatus.Funded), // it did not arrive
        (VoucherStatus.Funded, VoucherStatus.Redeemed),
        (VoucherStatus.Funded, VoucherStatus.Refunded),
        (VoucherStatus.Refunded, VoucherStatus.Funded), // Stripe refused to give it back
        (VoucherStatus.Funded, VoucherStatus.Funded), // another restaurant or site
    ];

    public static bool Allows(VoucherStatus from, VoucherStatus to) => Moves.Contains((from, to));

    /// <param name="delivery">The delivery that it goes with; null takes it out of any.</param>
    /// <exception cref="Refusal">There is no such move.</exception>
    public static void MoveTo(this MealVoucher voucher, VoucherStatus to, DateTimeOffset at, string by, Guid? delivery = null)
    {
        if (!Allows(voucher.Status, to) || voucher.Status == to)
            throw new Refusal(Reason.MoveNotAllowed);
        voucher.Note(to, at, by);
        (voucher.Status, voucher.DeliveryId) = (to, delivery);
        // Brought after all, eaten or given back: nothing is missing any more.
        if (to is VoucherStatus.Delivered or VoucherStatus.Redeemed or VoucherStatus.Refunded)
            voucher.MissingFromId = null;
    }

    /// <summary>Gives an open meal to another restaurant, to another site, or both.</summary>
    /// <exception cref="Refusal">It is on its way, eaten or given back.</exception>
    public static void Reassign(this MealVoucher voucher, Guid mealPartnerId, Guid careSiteId, DateTimeOffset at, string by)
    {
        if (voucher.Status != VoucherStatus.Funded)
            throw new Refusal(Reason.MoveNotAllowed);
        voucher.Note(VoucherStatus.Funded, at, by, voucher.MealPartnerId == mealPartnerId ? voucher.CareSiteId : voucher.MealPartnerId);
        (voucher.MealPartnerId, voucher.CareSiteId) = (mealPartnerId, careSiteId);
        voucher.NotMissing();
    }

    /// <summary>It did not arrive, and that is settled: it waits as any other does.</summary>
    internal static void NotMissing(this MealVoucher voucher) => (voucher.ShortAt, voucher.MissingFromId) = (null, null);

    private static void Note(this MealVoucher voucher, VoucherStatus to, DateTimeOffset at, string by, Guid? from = null) =>
        voucher.Moves.Add(new VoucherMove { VoucherId = voucher.Id, From = voucher.Status, To = to, At = at, By = by, FromId = from });
}
