using System.Text.RegularExpressions;
using Solidarity.Domain.Letters;
using Solidarity.Jobs;

namespace Solidarity.App.Tests.Texts;

/// <summary>Texts whose key is only known while the site runs: a new act, letter or job that lacks one is found here.</summary>
public partial class TextsTests
{
    private static IEnumerable<string> Noted => Directory.EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
        .Where(f => !Built(f)).Select(File.ReadAllText).Where(code => code.Contains("db.Note", StringComparison.Ordinal)).SelectMany(ActsIn).Distinct().Order();

    public static TheoryData<string> Acts => [.. Noted];

    [Theory]
    [MemberData(nameof(Acts))]
    public void Every_act_of_the_trail_has_a_text(string act) => Assert.Contains(act, Read(Path.Combine("Web", "Texts", "Trail.resx")).Keys);

    [Fact]
    public void Every_text_of_the_trail_is_of_an_act() =>
        Assert.Equal(["Empty", "Nobody", "See"], Read(Path.Combine("Web", "Texts", "Trail.resx")).Keys.Except(Noted).Order());

    [Theory]
    [InlineData("db.Note(\"Begun\", me);", "Begun")]
    [InlineData("db.Note(hide ? \"Hidden\" : \"Shown\", me);", "Hidden,Shown")]
    [InlineData("Change(\"RoleTaken\");\nvoid Change(string act) => db.Note(act, me);", "RoleTaken")]
    [InlineData("/// <exception cref=\"Refusal\">No.</exception>\ndb.Note(\"Begun\", me);\nreturn Then(\"/here\", \"DoneHere\");", "Begun")]
    public void Acts_are_found(string code, string acts) => Assert.Equal(acts.Split(','), ActsIn(code));

    [Fact]
    public void Every_letter_has_its_words()
    {
        var keys = Read(Path.Combine("Jobs", "Texts", "Letters.resx")).Keys;
        Assert.Empty(Enum.GetNames<LetterKind>().SelectMany(kind => new[] { $"{kind}.Subject", $"{kind}.Text" }).Except(keys));
    }

    [Fact]
    public void Every_job_has_a_name() =>
        Assert.Empty(Schedule.All.Select(s => $"Job{s.Job.Name}").Except(Read(Path.Combine("Web", "Texts", "Administration.resx")).Keys));

    /// <summary>The words with a capital in a file that notes something, but for its comments and what it says after a form.</summary>
    private static IEnumerable<string> ActsIn(string code) => Literal().Matches(NoAct().Replace(code, "")).Select(m => m.Groups[1].Value);

    [GeneratedRegex(@"""([A-Z][A-Za-z]+)""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"//[^\n]*|Then\([^;]*;")]
    private static partial Regex NoAct();
}
