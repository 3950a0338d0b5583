using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Solidarity.Domain.Tests;

/// <summary>
/// What people type, and what it means to a reader of each culture. Where two readers would mean different sums, one of them is refused:
/// a refusal costs a moment, a wrong guess costs money.
/// </summary>
public class MoneyTextParseTests
{
    private const string Missing = nameof(Reason.AmountMissing);
    private const string NaN = nameof(Reason.AmountNotANumber);
    private const string Negative = nameof(Reason.AmountNotPositive);
    private const string TooFine = nameof(Reason.AmountTooFine);
    private const string Twofold = nameof(Reason.AmountPerhapsThousands);
    private const string TooLarge = nameof(Reason.AmountTooLarge);

    private static readonly string[] Cultures = ["fr-FR", "fr-BE", "nl-NL", "nl-BE", "en-IE", "it-IT", "de-DE", "de-CH", "pt-PT"];

    /// <summary>Read alike by everybody: the sum in cents, or why it is refused.</summary>
    private static readonly (string? Text, string Means)[] Alike =
    [
        ("25", "2500"),
        ("25,00", "2500"),
        ("25.00", "2500"),
        ("25,5", "2550"),
        ("25.5", "2550"),
        ("0.01", "1"),
        ("0", "0"),
        ("00", "0"),
        ("0,00", "0"),
        ("007", "700"),
        ("  25  ", "2500"),
        ("25\n", "2500"),
        ("\u00A025\u202F", "2500"),
        ("1 000", "100000"),
        ("1\u00A0000", "100000"),
        ("1\u202F000", "100000"),
        ("1\u2009000", "100000"),
        ("1'000", "100000"),
        ("1’000", "100000"),
        ("12 345 678", "1234567800"),
        ("10000", "1000000"),
        ("€ 25", "2500"),
        ("€25", "2500"),
        ("25€", "2500"),
        ("25 €", "2500"),
        ("25\u00A0€", "2500"),
        ("25 EUR", "2500"),
        ("eur 25", "2500"),
        ("EUR25,50", "2550"),
        ("92233720368547758,07", "9223372036854775807"),

        (null, Missing),
        ("", Missing),
        ("   ", Missing),
        ("\t", Missing),
        ("€", Missing),
        ("EUR", Missing),

        ("-5", Negative),
        ("−5", Negative),
        ("- 5", Negative),
        ("-5,50", Negative),
        ("€ -5", Negative),
        ("-€5", Negative),
        ("-0", Negative),

        ("-", NaN),
        ("--5", NaN),
        ("-abc", NaN),
        ("5-", NaN),
        ("+5", NaN),
        ("(5)", NaN),
        ("abc", NaN),
        ("twenty", NaN),
        ("1e9", NaN),
        ("1E2", NaN),
        ("0x10", NaN),
        ("NaN", NaN),
        ("∞", NaN),
        ("½", NaN),
        ("²", NaN),
        ("١٢", NaN), // 12 in Arabic figures
        ("２５", NaN), // full width
        ("1٢", NaN),
        ("1.00.0", NaN),
        ("1,00,0", NaN),
        ("1..0", NaN),
        ("1.,0", NaN),
        (".5", NaN),
        (",5", NaN),
        ("5.", NaN),
        ("5,", NaN),
        (".", NaN),
        ("1 00", NaN),
        ("10 00 000", NaN),
        ("0 500", NaN),
        ("1\t000", NaN), // two cells of a spreadsheet
        ("5\n000", NaN), // two lines
        ("25 30", NaN),
        ("12€50", NaN), // not 1250
        ("2EUR5", NaN), // not 25
        ("€€25", NaN),
        ("25 USD", NaN),
        ("$25", NaN),
        ("£25", NaN),
        ("25 euros", NaN),
        ("25%", NaN),
        ("25;00", NaN),
        ("25\u200B", NaN),
        ("'25'", NaN),
        ("25' OR 1=1", NaN),
        ("<b>25</b>", NaN),

        ("92233720368547758,08", TooLarge),
        ("999999999999999999999999999999", TooLarge),
        ("-999999999999999999999999999999", Negative),
        (new string('7', 20_000), TooLarge),
        ("€" + new string('7', 20_000) + ",00", TooLarge),
    ];

    /// <summary>Where the cultures' own marks decide. "Comma": nl-NL, nl-BE, it-IT and de-DE, which write 1.000,50.</summary>
    private static readonly (string Text, string French, string Comma, string English, string Swiss, string Portuguese)[] Apart =
    [
        //                French     Comma        English   Swiss     Portuguese
        ("1.000,50",      NaN,       "100050",    NaN,      NaN,      NaN),
        ("1,000.50",      NaN,       NaN,         "100050", NaN,      NaN),
        ("1 000,50",      "100050",  "100050",    NaN,      NaN,      "100050"),
        ("1\u00A0000,50", "100050",  "100050",    NaN,      NaN,      "100050"),
        ("1\u202F000,50", "100050",  "100050",    NaN,      NaN,      "100050"),
        ("1\u2009000,50", "100050",  "100050",    NaN,      NaN,      "100050"),
        ("1 000.50",      NaN,       NaN,         "100050", "100050", NaN),
        ("1’000.50",      NaN,       NaN,         "100050", "100050", NaN),
        ("1’000,50",      "100050",  "100050",    NaN,      NaN,      "100050"),

        // One thousand to whoever groups with this mark. Nobody pays in thousandths, so to the others it is refused, not one euro.
        ("1.000",         Twofold,       "100000",    Twofold,  Twofold,  Twofold),
        ("1,000",         Twofold,   Twofold,     "100000", Twofold,      Twofold),
        ("25.000",        Twofold,       "2500000",   Twofold,  Twofold,  Twofold),
        ("25,000",        Twofold,   Twofold,     "2500000", Twofold,     Twofold),
        ("1.000.000",     Twofold,       "100000000", Twofold,      Twofold,      Twofold),
        ("1,000,000",     Twofold,       Twofold,         "100000000", Twofold,   Twofold),
        ("1.000.00",      NaN,       NaN,         NaN,      NaN,      NaN),
        ("1.0000",        NaN,       NaN,         TooFine,  TooFine,  NaN),
        ("1,0000",        TooFine,   TooFine,     NaN,      NaN,      TooFine),

        ("0.001",         NaN,       NaN,         TooFine,  TooFine,  NaN),
        ("0,001",         TooFine,   TooFine,     NaN,      NaN,      TooFine),
        ("0.000",         NaN,       NaN,         TooFine,  TooFine,  NaN),
        ("12.345",        Twofold,       "1234500",   Twofold,  Twofold,  Twofold),
        ("1234.567",      NaN,       NaN,         TooFine,  TooFine,  NaN),
        ("1234,567",      TooFine,   TooFine,     NaN,      NaN,      TooFine),
        ("1.000,500",     NaN,       TooFine,     NaN,      NaN,      NaN),
    ];

    public static TheoryData<string, string?, string> Table()
    {
        var table = new TheoryData<string, string?, string>();
        foreach (var culture in Cultures)
        {
            foreach (var (text, means) in Alike)
                table.Add(culture, text, means);
            foreach (var row in Apart)
                table.Add(culture, row.Text, culture switch { "fr-FR" or "fr-BE" => row.French, "en-IE" => row.English, "de-CH" => row.Swiss, "pt-PT" => row.Portuguese, _ => row.Comma });
        }

        return table;
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Is_read_as_that_culture_means_it(string culture, string? text, string means) => Assert.Equal(means, Read(text, Currency.Eur, culture));

    [Theory]
    [InlineData("JPY", "en-IE", "1250", "1250")]
    [InlineData("JPY", "en-IE", "1,250", "1250")]
    [InlineData("JPY", "nl-NL", "1.250", "1250")]
    [InlineData("JPY", "en-IE", "1.250", Twofold)]
    [InlineData("JPY", "en-IE", "25.00", "25")]
    [InlineData("JPY", "fr-FR", "25,5", TooFine)]
    [InlineData("JPY", "fr-FR", "25,05", TooFine)]
    [InlineData("JPY", "fr-FR", "JPY 25", "25")]
    [InlineData("JPY", "fr-FR", "25 €", NaN)]
    [InlineData("TND", "fr-FR", "25", "25000")]
    [InlineData("TND", "fr-FR", "25,5", "25500")]
    [InlineData("TND", "fr-FR", "25,125", "25125")]
    [InlineData("TND", "fr-FR", "25,1255", TooFine)]
    [InlineData("TND", "fr-FR", "25,1250", TooFine)]
    [InlineData("TND", "fr-FR", "0,001", "1")]
    [InlineData("TND", "nl-NL", "1.250,125", "1250125")]
    [InlineData("TND", "fr-FR", "9223372036854775,808", TooLarge)]
    public void Each_currency_has_its_own_decimals(string currency, string culture, string text, string means) =>
        Assert.Equal(means, Read(text, Currency.Of(currency), culture));

    [Fact]
    public void A_refusal_names_the_field_and_helps()
    {
        var problem = Assert.Single(Assert.Throws<Refusal>(() => MoneyText.Parse("abc", Currency.Eur, Culture("nl-BE"), "amount")).Problems);
        Assert.Equal("amount", problem.Field);
        Assert.Equal(["12,50"], problem.Args);

        problem = Assert.Single(Assert.Throws<Refusal>(() => MoneyText.Parse("0,001", Currency.Eur, Culture("nl-BE"), "tip")).Problems);
        Assert.Equal("tip", problem.Field);
        Assert.Equal([Money.Eur(1)], problem.Args);
    }

    /// <summary>Anything at all, in any culture that the machine knows: an amount or a refusal, never another exception.</summary>
    [Fact]
    public void Whatever_is_typed_is_read_or_refused()
    {
        var cultures = CultureInfo.GetCultures(CultureTypes.AllCultures);
        var typed = Gen.OneOf(
            Gen.Elements("0123456789.,' -€eEUR\u00A0\u202F−١\u066B\uD83D\n".ToCharArray()).ArrayOf().Select(c => new string(c)),
            ArbMap.Default.GeneratorFor<string>());
        Prop.ForAll(typed.Zip(Gen.Elements(cultures)).ToArbitrary(), pair =>
        {
            var (text, culture) = pair;
            return Read(text, Currency.Eur, culture) is { Length: > 0 };
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    private static string Read(string? text, Currency currency, string culture) => Read(text, currency, Culture(culture));

    private static string Read(string? text, Currency currency, CultureInfo culture)
    {
        try
        {
            var money = MoneyText.Parse(text, currency, culture);
            Assert.Equal(currency, money.Currency);
            return money.Minor.ToString(CultureInfo.InvariantCulture);
        }
        catch (Refusal refusal)
        {
            return Assert.Single(refusal.Problems).Reason.ToString();
        }
    }

    private static CultureInfo Culture(string name) => CultureInfo.GetCultureInfo(name);
}
