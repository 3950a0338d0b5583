using Solidarity.App.Tests.Hostile;
using Solidarity.App.Tests.Site;

namespace Solidarity.App.Tests.Safety;

/// <summary>What a page is about is what its address says, whatever else a request carries.</summary>
[Collection(SiteTests.Name)]
public sealed class AddressTests(SiteFixture site)
{
    [Theory]
    [InlineData("/my/guest/no-such-token/erase", "/my/link", "")]
    [InlineData("/my/guest/no-such-token/erase", "/my/link", "another")]
    [InlineData("/invitations/no-such-token", null, "")]
    public async Task A_form_does_not_take_away_what_the_address_names(string path, string? next, string token)
    {
        using var browser = await site.BrowseAsAsync(await site.MakePersonAsync());
        var form = (await browser.GoAsync("/account")).Value("__RequestVerificationToken");
        var page = await browser.PostAsync(path, [new("token", token), new("__RequestVerificationToken", form)]);
        Assert.Equal(next is null ? 404 : 302, (int)page.Status);
        Assert.Equal(next, page.Next?.AbsolutePath);
    }

    [Theory]
    [InlineData("/my")]
    [InlineData("/")]
    public async Task A_host_name_that_cannot_be_read_is_no_failure(string path)
    {
        using var wire = new RawWire(site.Address);
        var request = System.Text.Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: xn--\r\n\r\n");
        var answer = await wire.AskAsync(request, "GET", whole: true, CancellationToken.None);
        Assert.Equal(path == "/" ? 200 : 302, answer!.Status);
        Assert.Empty(SecurityHeaders.Missing(answer));
    }
}
