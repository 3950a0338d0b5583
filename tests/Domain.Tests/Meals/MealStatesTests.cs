using Solidarity.Domain.Meals;

namespace Solidarity.Domain.Tests.Meals;

/// <summary>The moves as the design has them; whatever is not named is refused.</summary>
public class MealStatesTests
{
    [Fact]
    public void A_voucher_goes_forward_and_back_only_where_a_delivery_failed_or_Stripe_refused() => Assert.Equal(
        [
            "Funded to Funded", "Funded to Accepted", "Funded to Redeemed", "Funded to Refunded", "Accepted to Funded", "Accepted to Delivered",
            "Delivered to Funded", "Delivered to Confirmed", "Refunded to Funded",
        ],
        Moves<VoucherStatus>(VoucherStates.Allows));

    [Fact]
    public void A_delivery_never_goes_back() => Assert.Equal(
        ["Planned to Left", "Planned to Delivered", "Planned to CalledOff", "Left to Delivered", "Delivered to Confirmed", "Delivered to Shortage"],
        Moves<DeliveryStatus>(DeliveryStates.Allows));

    [Fact]
    public void What_was_eaten_is_never_paid_back_nor_eaten_again()
    {
        var voucher = Voucher();
        voucher.MoveTo(VoucherStatus.Redeemed, FakeClock.Noon, "cook");
        foreach (var to in Enum.GetValues<VoucherStatus>())
            Assert.Throws<Refusal>(() => voucher.MoveTo(to, FakeClock.Noon, "anyone"));
        Assert.Throws<Refusal>(() => voucher.Reassign(Guid.NewGuid(), voucher.CareSiteId, FakeClock.Noon, "rule"));
        Assert.Equal([VoucherStatus.Redeemed], voucher.Moves.Select(m => m.To));
    }

    [Fact]
    public void Given_to_another_restaurant_it_keeps_where_it_came_from()
    {
        var (voucher, other) = (Voucher(), Guid.NewGuid());
        var first = voucher.MealPartnerId;
        voucher.Reassign(other, voucher.CareSiteId, FakeClock.Noon, "rule");
        Assert.Equal((other, first), (voucher.MealPartnerId, voucher.Moves.Single().FromId));
    }

    [Fact]
    public void Meals_that_are_missing_from_a_delivery_are_open_again_and_in_no_delivery()
    {
        var voucher = Voucher();
        voucher.MoveTo(VoucherStatus.Accepted, FakeClock.Noon, "cook", Guid.NewGuid());
        voucher.MoveTo(VoucherStatus.Delivered, FakeClock.Noon, "cook", voucher.DeliveryId);
        voucher.MoveTo(VoucherStatus.Funded, FakeClock.Noon, "ward");
        Assert.Equal((VoucherStatus.Funded, null), (voucher.Status, voucher.DeliveryId));
    }

    private static List<string> Moves<T>(Func<T, T, bool> allows)
        where T : struct, Enum =>
        [.. from a in Enum.GetValues<T>() from b in Enum.GetValues<T>() where allows(a, b) select $"{a} to {b}"];

    private static MealVoucher Voucher() => new()
    {
        Id = Guid.NewGuid(),
        Code = VoucherCode.Create(),
        OrderId = Guid.NewGuid(),
        DonationId = Guid.NewGuid(),
        MealPartnerId = Guid.NewGuid(),
        CareSiteId = Guid.NewGuid(),
        SlotId = Guid.NewGuid(),
        PaidAt = FakeClock.Noon,
    };
}
