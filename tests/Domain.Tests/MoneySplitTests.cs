using FsCheck;
using FsCheck.Fluent;

namespace Solidarity.Domain.Tests;

public class MoneySplitTests
{
    private static readonly Gen<long> AnyAmount = Gen.OneOf(
        Gen.Choose(-100_000, 100_000).Select(i => (long)i),
        Gen.Elements(0, 1, -1, long.MaxValue, long.MaxValue - 1, long.MinValue + 1));

    private static readonly Gen<long> AnyWeight = Gen.OneOf(
        Gen.Choose(0, 1000).Select(i => (long)i),
        Gen.Elements(0, 1, long.MaxValue, long.MaxValue / 3));

    private static readonly Arbitrary<(long Amount, long[] Weights)> Splits = (
        from amount in AnyAmount
        from weights in AnyWeight.NonEmptyListOf().Select(list => list.ToArray())
        where weights.Any(w => w > 0)
        select (amount, weights)).ToArbitrary();

    [Fact]
    public void Parts_always_sum_to_the_whole() => Prop.ForAll(Splits, s =>
        Money.Eur(s.Amount).Split(s.Weights).Aggregate(Money.Eur(0), (a, b) => a + b) == Money.Eur(s.Amount)).QuickCheckThrowOnFailure();

    [Fact]
    public void No_part_is_a_whole_unit_away_from_its_share() => Prop.ForAll(Splits, s =>
    {
        var sum = s.Weights.Aggregate(Int128.Zero, (a, w) => a + w);
        return Money.Eur(s.Amount).Split(s.Weights).Zip(s.Weights).All(p =>
        {
            // The share is amount * weight / sum; its floor and ceiling without fractions.
            var (quotient, remainder) = Int128.DivRem((Int128)Math.Abs(s.Amount) * p.Second, sum);
            var part = Int128.Abs(p.First.Minor);
            return part == quotient || (remainder > 0 && part == quotient + 1);
        });
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_heavier_weight_never_gets_less() => Prop.ForAll(Splits, s =>
    {
        var parts = Money.Eur(Math.Abs(s.Amount)).Split(s.Weights).Zip(s.Weights).OrderBy(p => p.Second).ThenBy(p => p.First.Minor).ToList();
        return parts.Zip(parts.Skip(1)).All(pair => pair.First.First <= pair.Second.First);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_for_a_weight_of_zero() => Prop.ForAll(Splits, s =>
        Money.Eur(s.Amount).Split(s.Weights).Zip(s.Weights).All(p => p.Second > 0 || p.First.IsZero)).QuickCheckThrowOnFailure();

    [Fact]
    public void Giving_back_splits_as_giving_did() => Prop.ForAll(Splits, s =>
        Money.Eur(-s.Amount).Split(s.Weights).SequenceEqual(Money.Eur(s.Amount).Split(s.Weights).Select(p => -p))).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_left_over_goes_to_the_largest_remainders_the_earlier_first()
    {
        Assert.Equal([34, 33, 33], Money.Eur(100).Split(1, 1, 1).Select(m => m.Minor));
        Assert.Equal([17, 17, 66], Money.Eur(100).Split(1, 1, 4).Select(m => m.Minor));
        Assert.Equal([1, 0], Money.Eur(1).Split(1, 1).Select(m => m.Minor));
        Assert.Equal([0, 1], Money.Eur(1).Split(1, 2).Select(m => m.Minor));
    }

    [Fact]
    public void Parts_keep_the_currency() => Assert.All(new Money(100, Currency.Of("JPY")).Split(1, 2), part => Assert.Equal("JPY", part.Currency.Code));

    [Fact]
    public void Weights_that_say_nothing_are_a_bug()
    {
        Assert.Throws<ArgumentException>(() => Money.Eur(100).Split());
        Assert.Throws<ArgumentException>(() => Money.Eur(100).Split(0, 0));
        Assert.ThrowsAny<ArgumentException>(() => Money.Eur(100).Split(2, -1));
    }
}
