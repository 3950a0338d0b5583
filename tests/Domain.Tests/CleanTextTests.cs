namespace Solidarity.Domain.Tests;

public class CleanTextTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("  \t ", null)]
    [InlineData("  Ann  ", "Ann")]
    [InlineData("Ann\r\nBcc: x@example.org", "Ann Bcc: x@example.org")]
    [InlineData("Ann\tof  the\u00A0hill", "Ann of the hill")]
    [InlineData("A\0n\u001b[31mn", "An[31mn")]
    [InlineData("Ann\u2028Bob\u0085Eve", "Ann Bob Eve")]
    [InlineData("\u202Egro.elpmaxe\u202C", "gro.elpmaxe")]
    [InlineData("\u2066a\u2069", "a")]
    [InlineData("\u200B\u200D\uFEFF", null)]
    public void A_line_is_one_line(string? typed, string? kept) => Assert.Equal(kept, CleanText.OneLine(typed));

    [Theory]
    [InlineData(null, null)]
    [InlineData("\r\n \r\n", null)]
    [InlineData("Thank you\r\nfor the soup\r", "Thank you\nfor the soup")]
    [InlineData("one\n\ntwo", "one\n\ntwo")]
    [InlineData("a\u0007b\u0000c\u007Fd\u0090e", "abcde")]
    [InlineData("a\tb\vc", "a b c")]
    [InlineData("\u202Aa\u202Bb\u202Cc\u202Dd\u202Ee\u2066f\u2067g\u2068h\u2069", "abcdefgh")]
    public void Lines_keep_their_ends_and_nothing_else_that_is_not_seen(string? typed, string? kept) => Assert.Equal(kept, CleanText.Lines(typed));

    [Theory]
    [InlineData("Zoë Ó Súilleabháin")]
    [InlineData("李小龍")]
    [InlineData("مريم")]
    [InlineData("می\u200Cخواهم")] // Persian needs the joiner's absence
    [InlineData("👩\u200D🍳")] // and a cook needs hers
    [InlineData("שלום\u200F!")]
    public void Every_script_stays_as_it_was_typed(string name)
    {
        Assert.Equal(name, CleanText.OneLine(name));
        Assert.Equal(name, CleanText.Lines(name));
    }

    [Fact]
    public void Half_a_character_does_not_reach_the_database() => Assert.Equal("a\uFFFDb", CleanText.OneLine("a\uD83Db"));
}
