using System.Net;
using Solidarity.App.Tests.Kitchen;
using Solidarity.App.Tests.Site;
using Solidarity.Domain.Meals;

namespace Solidarity.App.Tests.Gifts;

[Collection(SiteTests.Name)]
public sealed class VouchersTests(SiteFixture site)
{
    [Fact]
    public async Task What_can_be_eaten_is_printed_and_what_was_eaten_is_not()
    {
        var kitchen = await DemoKitchen.MakeAsync(site);
        var gift = await kitchen.BuyAsync(2);
        var codes = await kitchen.CodesAsync(gift);
        using var giver = site.Browse();
        Assert.NotNull((await giver.GoAsync($"/gifts/{gift.Token}")).Html.QuerySelector($"a[href='/gifts/{gift.Token}/vouchers']"));
        var paper = await giver.GoAsync($"/gifts/{gift.Token}/vouchers");
        Assert.All(codes, code => Assert.Contains(VoucherCode.Format(code), paper.Main, StringComparison.Ordinal));
        Assert.Equal(2, paper.Html.QuerySelectorAll("svg.qr").Length);
        Assert.Contains("no-store", paper.Headers["Cache-Control"], StringComparison.Ordinal);
        Assert.Equal("no-referrer", paper.Headers["Referrer-Policy"]);
        Assert.NotNull(paper.Html.QuerySelector("meta[name=robots][content=noindex]"));

        using var cook = await kitchen.BrowseAsync();
        await cook.SendFormAsync(await cook.GoAsync($"{kitchen.Home}/counter"), "form#serve", ("Code", codes[0]));
        paper = await giver.GoAsync($"/gifts/{gift.Token}/vouchers?sheet=7");
        Assert.DoesNotContain(VoucherCode.Format(codes[0]), paper.Main, StringComparison.Ordinal);
        Assert.Contains(VoucherCode.Format(codes[1]), paper.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await giver.GoAsync("/gifts/nothing/vouchers")).Status);
    }
}
