using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Solidarity.App.Tests.Site;
using Solidarity.Domain.Pictures;
using Solidarity.Web.Pictures;
using ErrorTexts = Solidarity.Web.Texts.Errors;

namespace Solidarity.App.Tests.Pictures;

/// <summary>How pictures reach the reader.</summary>
[Collection(SiteTests.Name)]
public sealed class PictureFilesTests(SiteFixture site)
{
    [Fact]
    public async Task Every_width_is_served_to_be_kept_for_good()
    {
        var picture = await StoreAsync(800, 400);
        using var http = new HttpClient { BaseAddress = site.Address };

        foreach (var width in picture.AllWidths())
        {
            using var answer = await http.GetAsync(PictureAddress.Of(picture.Token, width));

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("image/webp", answer.Content.Headers.ContentType!.ToString());
            Assert.Equal("public, max-age=31536000, immutable", Header(answer, "Cache-Control"));
            Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
            Assert.StartsWith("default-src 'none'", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
            Assert.Equal("WEBP"u8.ToArray(), (await answer.Content.ReadAsByteArrayAsync())[8..12]);
            Assert.NotNull(answer.Content.Headers.LastModified);
        }
    }

    [Fact]
    public async Task Who_has_it_is_not_sent_it_again()
    {
        var address = (await StoreAsync(10, 10)).UsualAddress();
        using var http = new HttpClient { BaseAddress = site.Address };
        using var first = await http.SendAsync(new HttpRequestMessage(HttpMethod.Head, address));
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.True(first.Content.Headers.ContentLength > 0);
        Assert.Empty(await first.Content.ReadAsByteArrayAsync());

        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await http.SendAsync(again);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal("public, max-age=31536000, immutable", Header(second, "Cache-Control"));
    }

    [Theory]
    [InlineData("/pictures/{0}/321.webp")]
    [InlineData("/pictures/{0}/010.webp")]
    [InlineData("/pictures/{0}/0.webp")]
    [InlineData("/pictures/{0}/-1.webp")]
    [InlineData("/pictures/{0}/99999.webp")]
    [InlineData("/pictures/{0}/99999999999.webp")]
    [InlineData("/pictures/{0}/10.jpg")]
    [InlineData("/pictures/{0}/")]
    [InlineData("/pictures/aaaaaaaaaaaaaaaaaaaaaaaaaaa/10.webp")]
    [InlineData("/pictures/unfinished/10.webp")]
    [InlineData("/pictures/%2e%2e/10.webp")]
    [InlineData("/pictures/..%2f{0}/10.webp")]
    [InlineData("/pictures/..%5c{0}/10.webp")]
    public async Task What_is_not_there_is_the_page_that_says_so(string path)
    {
        var token = (await StoreAsync(10, 10)).Token;
        using var browser = site.Browse("fr");

        var page = await browser.GoAsync(path.Replace("{0}", token, StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal(Words.Of<ErrorTexts>("fr", "Title404"), page.Heading);
        Assert.DoesNotContain("immutable", page.Headers.GetValueOrDefault("Cache-Control", ""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_shows_it_with_its_size_and_all_widths()
    {
        var picture = await StoreAsync(800, 400);
        var campaign = await DemoCampaign.MakeAsync(site);
        await site.InDbAsync(db => db.Projects.Where(p => p.Slug == campaign.Slug).ExecuteUpdateAsync(set => set.SetProperty(p => p.Story, $"![]({PictureAddress.Of(picture.Token, 320)})")));
        using var browser = site.Browse();

        var page = await browser.GoAsync($"/projects/{campaign.Slug}");
        var image = page.Html.QuerySelector(".story img");
        Assert.True(image is not null, page.Main);
        Assert.Equal("A meal", image.GetAttribute("alt"));
        Assert.Equal(("800", "400", "lazy"), (image.GetAttribute("width"), image.GetAttribute("height"), image.GetAttribute("loading")));
        Assert.Equal(picture.SourceSet(), image.GetAttribute("srcset"));
    }

    [Fact]
    public async Task Health_names_the_tool()
    {
        using var http = new HttpClient { BaseAddress = site.Address };

        Assert.Contains("\"name\":\"pictures\",\"state\":\"Healthy\"", await http.GetStringAsync("/health/ready"), StringComparison.Ordinal);
    }

    private async Task<Picture> StoreAsync(int width, int height)
    {
        await using var scope = site.Services.CreateAsyncScope();
        using var upload = new MemoryStream(Png.Of(width, height));
        return await scope.ServiceProvider.GetRequiredService<StorePicture>().RunAsync(upload, "photo.png", "A meal", null, null, CancellationToken.None);
    }

    private static string Header(HttpResponseMessage answer, string name) => string.Join(", ", answer.Headers.GetValues(name));
}
