using System.Net;
using Solidarity.App.Tests.Site;
using ErrorTexts = Solidarity.Web.Texts.Errors;

namespace Solidarity.App.Tests.Errors;

/// <summary>Whatever goes wrong is said in the reader's language, with the status that it has.</summary>
[Collection(SiteTests.Name)]
public sealed class ErrorPageTests(SiteFixture site)
{
    public static TheoryData<string, int> EveryError()
    {
        var data = new TheoryData<string, int>();
        foreach (var language in Domain.Languages.All)
        {
            foreach (var code in new[] { 400, 403, 404, 405, 413, 429 })
                data.Add(language, code);
        }

        return data;
    }

    [Theory, MemberData(nameof(EveryError))]
    public async Task Every_error_has_its_page(string language, int code)
    {
        using var browser = site.Browse(language);

        var page = await browser.GoAsync($"/errors/{code}");

        Assert.Equal(code, (int)page.Status);
        Assert.Equal(language, page.Html.DocumentElement.GetAttribute("lang"));
        Assert.Equal(Words.Of<ErrorTexts>(language, $"Title{code}"), page.Heading);
        Assert.Contains("no-store", page.Headers["Cache-Control"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/no/such/page")]
    [InlineData("/errors/500")]
    [InlineData("/errors/503")]
    [InlineData("/errors/abc")]
    [InlineData("/errors/200")]
    [InlineData("/errors/999")]
    [InlineData("/errors/0404")]
    [InlineData("/gifts/%2e%2e%2f")]
    public async Task What_is_not_there_is_404(string path)
    {
        using var browser = site.Browse("fr");

        var page = await browser.GoAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal(Words.Of<ErrorTexts>("fr", "Title404"), page.Heading);
    }

    [Theory]
    [InlineData("PUT", "/campaigns/x/give", "GET, POST, HEAD")]
    [InlineData("DELETE", "/gifts/x", "GET, HEAD")]
    [InlineData("POST", "/gifts/x", "GET, HEAD")]
    [InlineData("PAGE", "/errors/404?handler=HandlerExecuting", "GET, HEAD")]
    [InlineData("PAGE", "/sign-up?handler=HandlerExecuting", "GET, POST, HEAD")]
    public async Task A_method_that_the_page_does_not_know_is_405(string method, string path, string allowed)
    {
        using var browser = site.Browse("it");

        var page = await browser.AskAsync(new HttpRequestMessage(new HttpMethod(method), new Uri(site.Address, path)));

        Assert.Equal((HttpStatusCode.MethodNotAllowed, allowed), (page.Status, page.Headers["Allow"]));
        Assert.Equal(Words.Of<ErrorTexts>("it", "Title405"), page.Heading);
    }

    [Fact]
    public async Task A_body_too_large_is_413()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using var browser = site.Browse("nl");

        var page = await browser.PostAsync(campaign.Give, [KeyValuePair.Create("message", new string('m', 600_000))]);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.Status);
        Assert.Equal(Words.Of<ErrorTexts>("nl", "Title413"), page.Heading);
    }

    [Fact]
    public async Task A_body_that_is_no_form_is_400()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using var browser = site.Browse("de");
        var broken = new StringContent("garbage");
        broken.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");

        var page = await browser.AskAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(site.Address, campaign.Give)) { Content = broken });

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(Words.Of<ErrorTexts>("de", "Title400"), page.Heading);
    }

    [Fact]
    public async Task The_API_answers_programs_in_their_own_way()
    {
        using var browser = site.Browse();

        var answer = await browser.GoAsync("/api/v1/no-such-thing");

        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.Status, answer.Headers["Content-Type"]));
    }
}
