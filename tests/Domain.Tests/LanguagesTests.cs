namespace Solidarity.Domain.Tests;

public class LanguagesTests
{
    [Fact]
    public void Five_are_spoken_each_with_its_own_way_of_writing()
    {
        Assert.Equal(["fr", "nl", "en", "it", "de"], Languages.All);
        Assert.All(Languages.All, language =>
        {
            Assert.True(Languages.Speaks(language));
            Assert.Equal(language, Languages.CultureOf(language).TwoLetterISOLanguageName);
        });
    }

    [Theory]
    [InlineData("es")]
    [InlineData("EN")]
    [InlineData("")]
    public void Any_other_is_answered_in_English(string language)
    {
        Assert.False(Languages.Speaks(language));
        Assert.Equal("en-IE", Languages.CultureOf(language).Name);
    }
}
