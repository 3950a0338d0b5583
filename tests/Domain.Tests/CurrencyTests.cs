namespace Solidarity.Domain.Tests;

public class CurrencyTests
{
    [Theory]
    [InlineData("EUR", 2, 100)]
    [InlineData("eur", 2, 100)]
    [InlineData("Jpy", 0, 1)]
    [InlineData("TND", 3, 1000)]
    public void A_known_code_is_found_in_any_case(string code, int decimals, long minorPerMajor)
    {
        var currency = Currency.Of(code);
        Assert.Equal(code.ToUpperInvariant(), currency.Code);
        Assert.Equal(decimals, currency.Decimals);
        Assert.Equal(minorPerMajor, currency.MinorPerMajor);
        Assert.Equal(currency, Currency.Of(code.ToUpperInvariant()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("EU")]
    [InlineData("EURO")]
    [InlineData(" EUR")]
    [InlineData("XXX")]
    [InlineData("€")]
    public void An_unknown_code_is_none(string code)
    {
        Assert.False(Currency.TryOf(code, out _));
        Assert.Throws<ArgumentException>(() => Currency.Of(code));
    }

    [Fact]
    public void No_code_is_no_currency() => Assert.False(Currency.TryOf(null, out _));

    [Fact]
    public void A_default_currency_has_no_code() => Assert.Throws<InvalidOperationException>(() => default(Currency).Code);
}
