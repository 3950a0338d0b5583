using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Solidarity.Domain.Tests;

public class MoneyTextFormatTests
{
    private static readonly CultureInfo[] Cultures =
        [.. new[] { "fr-FR", "fr-BE", "nl-NL", "nl-BE", "en-IE", "en-GB", "it-IT", "de-DE", "de-CH", "pt-PT", "fr", "nl", "en", "it", "de" }.Select(CultureInfo.GetCultureInfo)];

    private static readonly Arbitrary<(CultureInfo Culture, Money Amount)> Written = (
        from culture in Gen.Elements(Cultures)
        from code in Gen.Elements("EUR", "JPY", "TND", "CHF")
        from minor in Gen.OneOf(Gen.Choose(0, 300_000).Select(i => (long)i), Gen.Choose(0, int.MaxValue).Select(i => i * 1000L), Gen.Elements(0, long.MaxValue))
        select (culture, new Money(minor, Currency.Of(code)))).ToArbitrary();

    [Theory]
    [InlineData("en-IE", 125000, "€1,250.00")]
    [InlineData("nl-NL", 125000, "€ 1.250,00")]
    [InlineData("nl-BE", 125000, "€ 1.250,00")]
    [InlineData("fr-FR", 125000, "1 250,00 €")]
    [InlineData("it-IT", 125000, "1.250,00 €")]
    [InlineData("de-DE", 125050, "1.250,50 €")]
    [InlineData("en-IE", 0, "€0.00")]
    public void Is_written_as_each_culture_does(string culture, long minor, string text) =>
        Assert.Equal(text, Spaces(MoneyText.Format(Money.Eur(minor), CultureInfo.GetCultureInfo(culture))));

    [Theory]
    [InlineData("JPY", 1250, "1 250 JPY")]
    [InlineData("TND", 1250, "1,250 TND")]
    public void Keeps_the_currencys_own_decimals(string currency, long minor, string text) =>
        Assert.Equal(text, Spaces(MoneyText.Format(new Money(minor, Currency.Of(currency)), CultureInfo.GetCultureInfo("fr-FR"))));

    [Theory]
    [InlineData(2500, "€25")]
    [InlineData(2550, "€25.50")]
    [InlineData(100_000_00, "€100,000")]
    public void Short_drops_only_zeros(long minor, string text) => Assert.Equal(text, MoneyText.FormatShort(Money.Eur(minor), CultureInfo.GetCultureInfo("en-IE")));

    [Theory]
    [InlineData("en-IE", 2500, "25")]
    [InlineData("en-IE", 2550, "25.50")]
    [InlineData("nl-BE", 125050, "1250,50")]
    public void An_input_field_holds_the_bare_number(string culture, long minor, string text) =>
        Assert.Equal(text, MoneyText.FormatInput(Money.Eur(minor), CultureInfo.GetCultureInfo(culture)));

    [Fact]
    public void What_is_written_is_read_back() => Prop.ForAll(Written, w =>
        new[] { MoneyText.Format(w.Amount, w.Culture), MoneyText.FormatShort(w.Amount, w.Culture), MoneyText.FormatInput(w.Amount, w.Culture) }
            .All(text => MoneyText.Parse(text, w.Amount.Currency, w.Culture) == w.Amount)).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    /// <summary>
    /// An amount copied from a page in one language into a form in another: the same amount or a refusal, never another sum.
    /// Not so for currencies with three decimals, where 1.000 truly is both; none of our languages' countries has one.
    /// </summary>
    [Fact]
    public void What_one_culture_writes_no_other_reads_as_another_sum() => Prop.ForAll(Written, Gen.Elements(Cultures).ToArbitrary(), (w, reader) =>
        w.Amount.Currency.Decimals == 3
        || new[] { MoneyText.Format(w.Amount, w.Culture), MoneyText.FormatShort(w.Amount, w.Culture), MoneyText.FormatInput(w.Amount, w.Culture) }
            .All(text => ReadsAs(text, w.Amount, reader))).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    private static bool ReadsAs(string text, Money amount, CultureInfo reader)
    {
        try
        {
            return MoneyText.Parse(text, amount.Currency, reader) == amount;
        }
        catch (Refusal)
        {
            return true;
        }
    }

    /// <summary>Which kind of space a culture uses is the business of its data, which changes from year to year.</summary>
    private static string Spaces(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
