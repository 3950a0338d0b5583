using Solidarity.Domain.Donations;

namespace Solidarity.Domain.Tests;

public class MoneyTests
{
    private static readonly Currency Yen = Currency.Of("JPY");
    private static readonly Currency Dinar = Currency.Of("TND");

    [Fact]
    public void Amounts_of_one_currency_add_subtract_and_compare()
    {
        Assert.Equal(Money.Eur(1250), Money.Eur(1000) + Money.Eur(250));
        Assert.Equal(Money.Eur(-50), Money.Eur(200) - Money.Eur(250));
        Assert.Equal(Money.Eur(-200), -Money.Eur(200));
        Assert.True(Money.Eur(1) < Money.Eur(2) && Money.Eur(2) > Money.Eur(1) && Money.Eur(2) <= Money.Eur(2) && Money.Eur(2) >= Money.Eur(2));
        Assert.Equal([Money.Eur(1), Money.Eur(2), Money.Eur(3)], new[] { Money.Eur(3), Money.Eur(1), Money.Eur(2) }.Order());
    }

    [Fact]
    public void Two_currencies_neither_add_nor_compare()
    {
        var (euro, yen) = (Money.Eur(100), new Money(100, Yen));
        Assert.NotEqual(euro, yen);
        Assert.Throws<InvalidOperationException>(() => euro + yen);
        Assert.Throws<InvalidOperationException>(() => euro - yen);
        Assert.Throws<InvalidOperationException>(() => euro < yen);
        Assert.Throws<InvalidOperationException>(() => euro > yen);
        Assert.Throws<InvalidOperationException>(() => euro <= yen);
        Assert.Throws<InvalidOperationException>(() => euro >= yen);
        Assert.Throws<InvalidOperationException>(() => euro.CompareTo(yen));
    }

    /// <summary>A default Money has no currency, so it is nobody's zero.</summary>
    [Fact]
    public void A_default_amount_adds_to_nothing() => Assert.Throws<InvalidOperationException>(() => Money.Eur(1) + default(Money));

    [Fact]
    public void Overflow_throws_instead_of_wrapping()
    {
        Assert.Throws<OverflowException>(() => Money.Eur(long.MaxValue) + Money.Eur(1));
        Assert.Throws<OverflowException>(() => Money.Eur(long.MinValue) - Money.Eur(1));
        Assert.Throws<OverflowException>(() => -Money.Eur(long.MinValue));
        Assert.Throws<OverflowException>(() => Money.Eur(long.MinValue).Split(1, 1));
    }

    [Fact]
    public void Logs_read_the_same_in_every_culture()
    {
        Assert.Equal("EUR 12.50", Money.Eur(1250).ToString());
        Assert.Equal("EUR -0.05", Money.Eur(-5).ToString());
        Assert.Equal("JPY 1250", new Money(1250, Yen).ToString());
        Assert.Equal("TND 1.250", new Money(1250, Dinar).ToString());
        Assert.Equal("EUR 92233720368547758.07", Money.Eur(long.MaxValue).ToString());
    }

    [Fact]
    public void Limits_are_counted_in_each_currencys_own_units()
    {
        Assert.Equal(Money.Eur(100), GiftLimits.Smallest(Currency.Eur));
        Assert.Equal(new Money(150, Yen), GiftLimits.Smallest(Yen));
        Assert.Equal(new Money(10_00, Currency.Of("SEK")), GiftLimits.Smallest(Currency.Of("SEK")));
        Assert.Equal(new Money(1000, Dinar), GiftLimits.Smallest(Dinar));
        Assert.Equal(new Money(10_000_000, Dinar), GiftLimits.Largest(Dinar));
    }
}
