namespace Solidarity.Domain.Tests;

public class SlugsTests
{
    [Theory]
    [InlineData("Été à l’île", "ete-a-lile")]
    [InlineData("Straße & Nachbarn!", "strasse-nachbarn")]
    [InlineData("Œuvre d'art", "oeuvre-dart")]
    [InlineData("  Soup -- for all  ", "soup-for-all")]
    [InlineData("10 000 repas", "10-000-repas")]
    [InlineData("Łódź Ærø", "lodz-aero")]
    [InlineData("Помощь", "project")]
    [InlineData("🍲🍲", "project")]
    public void Of_a_title(string title, string slug) => Assert.Equal(slug, Slugs.Of(title, "project"));

    [Fact]
    public void A_long_title_is_cut() => Assert.InRange(Slugs.Of(string.Concat(Enumerable.Repeat("soup ", 60)), "project").Length, 50, 60);

    [Fact]
    public void Collisions_are_numbered()
    {
        Assert.Equal("soup", Slugs.Free("soup", ["soup-2"]));
        Assert.Equal("soup-2", Slugs.Free("soup", ["soup"]));
        Assert.Equal("soup-3", Slugs.Free("soup", ["soup", "soup-2", "soup-kitchen"]));
    }
}
