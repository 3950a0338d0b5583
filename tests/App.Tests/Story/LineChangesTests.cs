using Solidarity.Web.Story;

namespace Solidarity.App.Tests.Story;

public class LineChangesTests
{
    [Theory]
    [InlineData("a\nb\nc", "a\nb\nc", "a=a b=b c=c")]
    [InlineData("a\nb\nc", "a\nx\nc", "a=a b|x c=c")]
    [InlineData("a\nc", "a\nb\nc", "a=a |b c=c")]
    [InlineData("a\nb\nc\nd", "a\nd", "a=a b| c| d=d")]
    [InlineData("", "a", "|a")]
    [InlineData("one\ntwo\nthree", "two\nthree\nfour", "one| two=two three=three |four")]
    public void Line_by_line(string before, string after, string rows) =>
        Assert.Equal(rows, string.Join(' ', LineChanges.Between(before, after).Select(r => r.Same ? $"{r.Before}={r.After}" : $"{r.Before}|{r.After}")));

    [Fact]
    public void Twenty_thousand_lines_on_both_sides_are_paired_without_being_compared()
    {
        var (before, after) = (string.Join('\n', Enumerable.Range(0, 20_000)), string.Join('\n', Enumerable.Range(0, 20_000).Select(i => $"x{i}")));
        Assert.Equal(20_000, LineChanges.Between(before, after).Count);
    }
}
