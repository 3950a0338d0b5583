using FsCheck;
using FsCheck.Fluent;
using Solidarity.Domain.Donations;

namespace Solidarity.Domain.Tests.Donations;

public class EstimatedFeeTests
{
    private static readonly Arbitrary<Money> Sums = (
        from code in Gen.Elements("EUR", "TND", "JPY")
        from minor in Gen.OneOf(Gen.Choose(1, 5000), Gen.Choose(1, 20_000_000))
        select new Money(minor, Currency.Of(code))).ToArbitrary();

    /// <summary>In thousandths of a minor unit, so that no rounding hides in the test. Stripe rounds its fee; we assume against us.</summary>
    [Fact]
    public void After_Stripe_took_its_fee_from_the_sum_the_gift_is_whole() => Prop.ForAll(Sums, gift =>
    {
        var sum = gift + EstimatedFee.ToAddTo(gift);
        return sum.Minor - StripesFee(sum) >= gift.Minor;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void And_the_giver_does_not_pay_a_unit_more_than_that_takes() => Prop.ForAll(Sums, gift =>
    {
        var sum = gift + EstimatedFee.ToAddTo(gift) - new Money(1, gift.Currency);
        return (sum.Minor * 1000) - (sum.Minor * 15) - (sum.Currency.MinorPerMajor / 4 * 1000) < gift.Minor * 1000;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Theory]
    [InlineData(2500, 64)]
    [InlineData(100, 27)]
    [InlineData(1_000_000, 15_254)]
    public void In_euros(long gift, long fee) => Assert.Equal(Money.Eur(fee), EstimatedFee.ToAddTo(Money.Eur(gift)));

    private static long StripesFee(Money sum) => ((sum.Minor * 15) + 999) / 1000 + (sum.Currency.MinorPerMajor / 4);
}
