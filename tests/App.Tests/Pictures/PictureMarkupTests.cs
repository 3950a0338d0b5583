using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Solidarity.Domain;
using Solidarity.Domain.Pictures;
using Solidarity.Web.Pictures;
using Solidarity.Web.Story;

namespace Solidarity.App.Tests.Pictures;

/// <summary>How pictures stand in pages and stories.</summary>
public class PictureMarkupTests
{
    private static readonly Picture Meal = new()
    {
        Id = Guid.CreateVersion7(),
        Token = UnguessableToken.Create(),
        Alt = "A \"meal\" <b>",
        Width = 1280,
        Height = 720,
        Bytes = 1,
        Widths = "320,640,1280",
        CreatedAt = DateTimeOffset.UnixEpoch,
    };

    private static string Srcset => $"/pictures/{Meal.Token}/320.webp 320w, /pictures/{Meal.Token}/640.webp 640w, /pictures/{Meal.Token}/1280.webp 1280w";

    [Theory]
    [InlineData(100, 320)]
    [InlineData(320, 320)]
    [InlineData(700, 640)]
    [InlineData(9999, 1280)]
    public void The_nearest_width_is_found(int asked, int found) => Assert.Equal($"/pictures/{Meal.Token}/{found}.webp", Meal.AddressNear(asked));

    [Fact]
    public void A_picture_is_an_image_with_all_widths()
    {
        var output = Run(new PictureOfTagHelper { Picture = Meal, Sizes = "50vw" }, new TagHelperAttribute("class", "cover"));

        Assert.Equal("img", output.TagName);
        Assert.Equal(
            [("class", "cover"), ("src", $"/pictures/{Meal.Token}/640.webp"), ("srcset", Srcset), ("sizes", "50vw"), ("width", "1280"), ("height", "720"), ("loading", "lazy"), ("decoding", "async"), ("alt", Meal.Alt)],
            output.Attributes.Select(a => (a.Name, a.Value.ToString())));
    }

    [Fact]
    public void A_cover_does_not_wait()
    {
        var output = Run(new PictureOfTagHelper { Picture = Meal, Eager = true });

        Assert.False(output.Attributes.ContainsName("loading"));
        Assert.Equal("high", output.Attributes["fetchpriority"].Value);
    }

    [Fact]
    public void No_picture_is_nothing()
    {
        var output = Run(new PictureOfTagHelper());

        Assert.Null(output.TagName);
        Assert.Empty(output.Attributes);
    }

    [Theory]
    [InlineData("![Soup](/pictures/{0}/320.webp)", "Soup")]
    [InlineData("![](/pictures/{0}/320.webp)", "A \"meal\" <b>")]
    [InlineData("![Soup][1]\n\n[1]: /pictures/{0}/9999.webp", "Soup")]
    public void In_a_story_too(string markdown, string alt)
    {
        var html = StoryMarkdown.ToHtml(markdown.Replace("{0}", Meal.Token, StringComparison.Ordinal), "Table", new Dictionary<string, Picture> { [Meal.Token] = Meal });

        var image = new HtmlParser().ParseDocument(html).QuerySelector("img")!;
        Assert.Equal((alt, $"/pictures/{Meal.Token}/640.webp", Srcset), (image.GetAttribute("alt"), image.GetAttribute("src"), image.GetAttribute("srcset")));
        Assert.Equal(("1280", "720", "lazy", "async"), (image.GetAttribute("width"), image.GetAttribute("height"), image.GetAttribute("loading"), image.GetAttribute("decoding")));
    }

    [Fact]
    public void One_that_is_not_known_is_left_out() =>
        Assert.DoesNotContain("<img", StoryMarkdown.ToHtml($"![Soup](/pictures/{Meal.Token}/320.webp)", "Table", new Dictionary<string, Picture>()), StringComparison.Ordinal);

    [Fact]
    public void Pictures_of_the_site_itself_stay_as_they_are() =>
        Assert.Contains("<img src=\"/art/logo.svg\" alt=\"Logo\" />", StoryMarkdown.ToHtml("![Logo](/art/logo.svg)", "Table", new Dictionary<string, Picture>()), StringComparison.Ordinal);

    [Fact]
    public void The_pictures_of_a_story_are_found()
    {
        var (one, two) = (UnguessableToken.Create(), UnguessableToken.Create());

        var found = StoryMarkdown.PicturesIn($"![a](/pictures/{one}/320.webp) ![b](/pictures/{one}/640.webp)\n\n> ![c][d]\n\n[no](/pictures/{UnguessableToken.Create()}/320.webp) `![no](/pictures/x/1.webp)` ![no](/pictures/../{two}/1.webp)\n\n[d]: /pictures/{two}/320.webp");

        Assert.Equal(new[] { one, two }.Order(), found.Order());
    }

    [Fact]
    public void A_thousand_quotes_hold_no_picture() => Assert.Empty(StoryMarkdown.PicturesIn(new string('>', 5000) + "![a](/pictures/x/1.webp)"));

    private static TagHelperOutput Run(PictureOfTagHelper helper, params TagHelperAttribute[] written)
    {
        var output = new TagHelperOutput("picture-of", [.. written], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        helper.Process(new TagHelperContext([.. written], new Dictionary<object, object>(), "1"), output);
        return output;
    }
}
