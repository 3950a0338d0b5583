using Solidarity.App.Tests.Site;
using Solidarity.Domain;
using Solidarity.Web.Pictures;
using Solidarity.Web.Texts;

namespace Solidarity.App.Tests.Pictures;

/// <summary>Limits are said as the reader writes numbers.</summary>
public class PictureWordsTests
{
    [Theory]
    [InlineData("en", "12,000")]
    [InlineData("fr", "12 000")]
    [InlineData("nl", "12.000")]
    [InlineData("it", "12.000")]
    [InlineData("de", "12.000")]
    public void The_most_pixels(string language, string side) =>
        Assert.Contains(side, Page.Plain(Words.Of<Refusals>(language, nameof(Reason.PictureTooManyPixels), PictureLimits.Megapixels, PictureLimits.Side)), StringComparison.Ordinal);
}
