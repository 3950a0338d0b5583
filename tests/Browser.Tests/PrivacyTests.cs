using Microsoft.Playwright;
using Solidarity.Browser.Tests.Running;
using Solidarity.Browser.Tests.Visiting;

namespace Solidarity.Browser.Tests;

/// <summary>Reading leaves no trace, calls nobody else, and is light on an old phone.</summary>
[Collection(OneInstallation.Name)]
public sealed class PrivacyTests(Installation installation)
{
    private const int MostRequests = 8;
    private const int MostBytes = 60 * 1024;

    [Theory]
    [InlineData("/")]
    [InlineData("/projects")]
    [InlineData("/projects/repas-pour-les-soignants")]
    [InlineData("/campaigns/" + Giving.Campaign)]
    [InlineData("/campaigns/" + Giving.Campaign + "/wall")]
    [InlineData("/campaigns/" + Giving.Campaign + "/ledger")]
    public Task A_reader_is_asked_for_nothing_and_told_to_nobody(string path) => Visitor.VisitAsync(installation, new(Script.On, Device.Phone, "en"), nameof(PrivacyTests), async visitor =>
    {
        var answers = await FirstVisitAsync(visitor, path);
        Assert.All(answers, answer => Assert.Equal(installation.Site.Authority, new Uri(answer.Url).Authority));
        foreach (var answer in answers)
        {
            Assert.True(answer.Ok, $"{answer.Status} from {answer.Url}");
            Assert.DoesNotContain("set-cookie", (await answer.AllHeadersAsync()).Keys);
        }

        Assert.Empty(await visitor.CookiesAsync());
        Assert.Equal(0, await visitor.Page.EvaluateAsync<int>("localStorage.length + sessionStorage.length"));
    });

    [Fact]
    public Task A_campaign_page_is_light() => Visitor.VisitAsync(installation, new(Script.On, Device.Phone, "en"), "PrivacyTests-light", async visitor =>
    {
        var answers = await FirstVisitAsync(visitor, $"/campaigns/{Giving.Campaign}");
        Assert.True(answers.Count <= MostRequests, $"{answers.Count} requests:\n{string.Join('\n', answers.Select(a => a.Url))}");
        var bytes = 0;
        foreach (var answer in answers.Where(a => !IsPhotograph(a)))
        {
            var size = await answer.Request.SizesAsync();
            bytes += size.ResponseBodySize + size.ResponseHeadersSize;
        }

        Assert.InRange(bytes, 1, MostBytes);
    });

    /// <summary>The project's cover; the logo and the icon count.</summary>
    private static bool IsPhotograph(IResponse answer) => answer.Request.ResourceType == "image" && answer.Url.Contains("repas-pour-les-soignants", StringComparison.Ordinal);

    private static async Task<List<IResponse>> FirstVisitAsync(Visitor visitor, string path)
    {
        var answers = new List<IResponse>();
        visitor.Page.Response += (_, answer) => answers.Add(answer);
        await visitor.OpenAsync(path);
        await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        return answers;
    }
}
