using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Solidarity.Jobs.Texts;

namespace Solidarity.Jobs.Tests.Texts;

public partial class TextsTests
{
    private static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/Jobs/Texts"));

    public static TheoryData<string> Topics =>
        [.. Directory.GetFiles(Folder(), "*.resx").Select(f => Path.GetFileName(f).Split('.')[0]).Distinct().Order(StringComparer.Ordinal)];

    private static Dictionary<string, string> Read(string topic, string suffix) =>
        XDocument.Load(Path.Combine(Folder(), topic + suffix + ".resx")).Root!.Elements("data")
            .ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);

    private static IEnumerable<string> Placeholders(string text) =>
        Placeholder().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Topics))]
    public void Every_key_is_there_in_five_languages_with_the_same_placeholders(string topic)
    {
        var english = Read(topic, "");
        Assert.NotEmpty(english);
        foreach (var suffix in new[] { ".fr", ".nl", ".it", ".de" })
        {
            var other = Read(topic, suffix);
            Assert.Equal(english.Keys.Order(StringComparer.Ordinal), other.Keys.Order(StringComparer.Ordinal));
            Assert.All(other, text => Assert.False(string.IsNullOrWhiteSpace(text.Value), topic + suffix + " " + text.Key));
            Assert.All(other, text => Assert.Equal(Placeholders(english[text.Key]), Placeholders(text.Value)));
        }
    }

    [Fact]
    public void Each_language_is_found_at_run_time() => Assert.Equal(
        ["Total payé", "Totaal betaald", "Total paid", "Totale pagato", "Insgesamt gezahlt"],
        Locale.All.Select(l => TextFile.ReceiptPdf.Get(l, "Total")));

    [Fact]
    public void Money_is_written_as_each_language_does()
    {
        Assert.Equal(
            ["1\u202F234,50\u00A0€", "€\u00A01.234,50", "€1,234.50", "1.234,50\u00A0€", "1.234,50\u00A0€"],
            Locale.All.Select(l => l.Money(123450, "EUR")));
        Assert.Equal(["1\u202F500\u00A0JPY", "JPY\u00A01.500", "JPY\u00A01,500", "1.500\u00A0JPY", "1.500\u00A0JPY"], Locale.All.Select(l => l.Money(1500, "jpy")));
        Assert.Equal("KWD\u00A01.234", Locale.For("en").Money(1234, "KWD"));
        Assert.Equal("€92,233,720,368,547,758.07", Locale.For("en").Money(long.MaxValue, "EUR"));
    }

    [Fact]
    public void A_day_is_the_day_in_Brussels()
    {
        var night = new DateTimeOffset(2026, 7, 31, 22, 30, 0, TimeSpan.Zero);
        var brussels = TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels");
        Assert.Equal(
            ["1er août 2026", "1 augustus 2026", "1 August 2026", "1 agosto 2026", "1. August 2026"], Locale.All.Select(l => l.Day(night, brussels)));
        Assert.Equal("31 juillet 2026", Locale.For("fr").Day(night, TimeZoneInfo.Utc));
    }

    [Theory]
    [InlineData("fr", "fr")]
    [InlineData("FR-ca", "fr")]
    [InlineData("de-AT", "de")]
    [InlineData("frr", "en")]
    [InlineData("", "en")]
    public void A_language_tag_finds_its_locale(string tag, string language) => Assert.Equal(language, Locale.For(tag).Language);

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Placeholder();
}
