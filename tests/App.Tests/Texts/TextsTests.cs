using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Solidarity.Domain;

namespace Solidarity.App.Tests.Texts;

/// <summary>Every word of the site stands in a .resx, in five languages, and none is left over.</summary>
public partial class TextsTests
{
    private static readonly string Source = Path.Combine(Root(), "src");
    private static readonly string[] Others = ["fr", "nl", "it", "de"];

    public static TheoryData<string> Topics => [.. Directory.EnumerateFiles(Source, "*.resx", SearchOption.AllDirectories)
        .Where(f => !Built(f) && Path.GetFileNameWithoutExtension(f).IndexOf('.', StringComparison.Ordinal) < 0)
        .Select(f => Path.GetRelativePath(Source, f)).Order()];

    public static TheoryData<string> Pages => [.. Directory.EnumerateFiles(Source, "*.cshtml", SearchOption.AllDirectories)
        .Where(f => !Built(f)).Select(f => Path.GetRelativePath(Source, f)).Order()];

    [Theory]
    [MemberData(nameof(Topics))]
    public void Every_text_is_there_in_five_languages_with_the_same_places(string topic)
    {
        var english = Read(topic);
        Assert.NotEmpty(english);
        foreach (var language in Others)
        {
            var other = Read(Path.ChangeExtension(topic, $".{language}.resx"));
            Assert.Equal(english.Keys.Order(), other.Keys.Order());
            foreach (var (key, text) in other)
            {
                Assert.False(string.IsNullOrWhiteSpace(text), $"{topic} {language}: {key} is empty.");
                Assert.True(Places(english[key]).SequenceEqual(Places(text)), $"{topic} {language}: {key} has other places than English.");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Topics))]
    public void Numbers_have_both_their_forms(string topic)
    {
        var keys = Read(topic).Keys.ToHashSet();
        Assert.All(keys.Where(k => k.EndsWith(".1", StringComparison.Ordinal)), k => Assert.Contains(k[..^1] + "n", keys));
        Assert.All(keys.Where(k => k.EndsWith(".n", StringComparison.Ordinal)), k => Assert.Contains(k[..^1] + "1", keys));
    }

    /// <summary>A mark that French sets apart never begins a line of its own, nor does what it quotes lose its mark.</summary>
    [Theory]
    [MemberData(nameof(Topics))]
    public void French_marks_stand_apart_by_a_space_that_does_not_break(string topic) =>
        Assert.Empty(Read(Path.ChangeExtension(topic, ".fr.resx")).Where(text => LooseMark().IsMatch(text.Value)).Select(text => $"{text.Key}: {text.Value}"));

    [Theory]
    [InlineData("Pourquoi ?", true)]
    [InlineData("Pourquoi?", true)]
    [InlineData("« mots »", true)]
    [InlineData("{0} : {1}", true)]
    [InlineData("{0}: {1}", true)]
    [InlineData("Pourquoi\u00A0?", false)]
    [InlineData("«\u00A0mots\u202F»\u00A0: https://example.org à 18:30", false)]
    public void Loose_marks_are_found(string text, bool loose) => Assert.Equal(loose, LooseMark().IsMatch(text));

    [Theory]
    [MemberData(nameof(Topics))]
    public void No_text_is_left_over(string topic)
    {
        var code = string.Concat(Directory.EnumerateFiles(Source, "*.cs*", SearchOption.AllDirectories)
            .Where(f => !Built(f) && Path.GetExtension(f) is ".cs" or ".cshtml").Select(File.ReadAllText));
        // A key made of a word and a state: T[$"Fees{bearer}"].
        var beginnings = Interpolated().Matches(code).Select(m => m.Groups[1].Value).ToHashSet();
        var states = new[] { typeof(Reason).Assembly, typeof(Web.Setup.Settings).Assembly, typeof(Jobs.Schedule).Assembly }
            .SelectMany(a => a.GetTypes()).Where(t => t.IsEnum).SelectMany(Enum.GetNames).ToHashSet();
        var left = Read(topic).Keys.Select(k => k.EndsWith(".1", StringComparison.Ordinal) || k.EndsWith(".n", StringComparison.Ordinal) ? k[..^2] : k)
            .Where(k => !code.Contains($"\"{k}\"", StringComparison.Ordinal) && !code.Contains($"nameof({k})", StringComparison.Ordinal)
                && !states.Contains(k.Split('.')[0]) && !beginnings.Any(b => k.StartsWith(b, StringComparison.Ordinal)));
        Assert.Empty(left);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void No_page_says_a_word_of_its_own(string page) =>
        Assert.DoesNotContain(RazorText.In(File.ReadAllText(Path.Combine(Source, page))), said => TwoLetters().IsMatch(WithoutEntities(said)));

    [Fact]
    public void Every_reason_to_refuse_has_a_text() =>
        Assert.Empty(Enum.GetNames<Reason>().Except(Read(Path.Combine("Web", "Texts", "Refusals.resx")).Keys));

    [Theory]
    [InlineData("<p>Bare</p>", "Bare")]
    [InlineData("<p>@T[\"Key\"] and more</p>", "and more")]
    [InlineData("@if (a < b)\n{\n  <img alt=\"A cat\" src=\"x\">\n}", "A cat")]
    [InlineData("<p aria-label=\"@(x ? \"no\" : null) yes\">@(1 > 2 ? \"x\" : \"y\")</p>", "yes")]
    public void Bare_words_are_found(string page, string word) => Assert.Contains(word, RazorText.In(page));

    [Theory]
    [InlineData("@page \"/x\"\n@{\n  var a = \"words in code\"; // a comment\n}\n<p class=\"wide open\">@T[\"Some words\"]</p>")]
    [InlineData("@foreach (var (a, b) in List<int>())\n{\n  var c = a;\n  <li>@T.Count(\"Gifts\", c)</li>\n}\nelse if (x)\n{\n  <b>@x</b>\n}")]
    [InlineData("@functions {\n  private static string Say() => \"words\";\n}")]
    public void Code_is_not_taken_for_words(string page) => Assert.DoesNotContain(RazorText.In(page), said => TwoLetters().IsMatch(said));

    private static Dictionary<string, string> Read(string file) => XDocument.Load(Path.Combine(Source, file)).Root!.Elements("data")
        .ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);

    private static List<string> Places(string text) => [.. Place().Matches(text).Select(m => m.Value).Distinct().Order()];

    private static string WithoutEntities(string text) => Entity().Replace(text, " ");

    private static bool Built(string file) => file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        || file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal);

    private static string Root()
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!);
        while (!File.Exists(Path.Combine(folder.FullName, "Solidarity.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }

    [GeneratedRegex(@"\{[0-9]+[^}]*\}")]
    private static partial Regex Place();

    [GeneratedRegex("&[a-z#0-9]+;")]
    private static partial Regex Entity();

    [GeneratedRegex(@"(?<![\u00A0\u202F;:!?])([;!?»]|:(?![/\d]|N0\}))|«(?![\u00A0\u202F])")]
    private static partial Regex LooseMark();

    [GeneratedRegex(@"\p{L}{2}")]
    private static partial Regex TwoLetters();

    [GeneratedRegex(@"\$""([A-Z][A-Za-z]+)\{")]
    private static partial Regex Interpolated();
}
