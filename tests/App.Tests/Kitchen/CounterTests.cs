using System.Net;
using QRCoder;
using Solidarity.App.Tests.Pictures;
using Solidarity.App.Tests.Site;
using Solidarity.Domain;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Organisations;

namespace Solidarity.App.Tests.Kitchen;

[Collection(SiteTests.Name)]
public sealed class CounterTests(SiteFixture site)
{
    [Fact]
    public async Task A_code_is_served_once_however_it_is_typed()
    {
        var kitchen = await DemoKitchen.MakeAsync(site);
        var codes = await kitchen.CodesAsync(await kitchen.BuyAsync(2));
        using var cook = await kitchen.BrowseAsync();
        var counter = await cook.GoAsync($"{kitchen.Home}/counter");
        Assert.Contains("camera=(self)", counter.Headers["Permissions-Policy"], StringComparison.Ordinal);
        Assert.Contains("camera=()", (await cook.GoAsync(kitchen.Home)).Headers["Permissions-Policy"], StringComparison.Ordinal);

        var typed = VoucherCode.Format(codes[0]).ToLowerInvariant().Replace('-', ' ').Replace('5', 's').Replace('8', 'b').Replace('2', 'z').Replace('m', 'n');
        var served = await cook.GoAsync((await cook.SendFormAsync(counter, "form#serve", ("Code", typed))).Next!);
        Assert.Contains("Served.", served.Words(".verdict"), StringComparison.Ordinal);
        Assert.Contains("1 left of this gift", served.Words(".verdict"), StringComparison.Ordinal);
        var voucher = await kitchen.VoucherAsync(codes[0]);
        Assert.Equal(VoucherStatus.Redeemed, voucher.Status);

        var again = await cook.SendFormAsync(counter, "form#serve", ("Code", codes[0]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("Already served", again.Words(".verdict"), StringComparison.Ordinal);
        Assert.Contains(Web.Language.Moments.Hour(new Domain.Site { PublicUrl = site.Address }, voucher.Moves.Max(m => m.At)), again.Words(".verdict"), StringComparison.Ordinal);
        var wrong = (codes[1][0] == '4' ? "7" : "4") + codes[1][1..];
        var mistyped = await cook.SendFormAsync(counter, "form#serve", ("Code", wrong));
        Assert.Contains(Words.Of("en", Reason.CodeMistyped), mistyped.Words("#Code-error"), StringComparison.Ordinal);
        Assert.Equal(wrong, mistyped.Value("Code"));
    }

    [Fact]
    public async Task A_code_of_another_restaurant_is_none_and_few_are_tried()
    {
        var (kitchen, other) = (await DemoKitchen.MakeAsync(site), await DemoKitchen.MakeAsync(site));
        var theirs = Assert.Single(await other.CodesAsync(await other.BuyAsync(1)));
        var own = Assert.Single(await kitchen.CodesAsync(await kitchen.BuyAsync(1)));
        using var cook = await kitchen.BrowseAsync();
        var counter = await cook.GoAsync($"{kitchen.Home}/counter");
        var refused = await cook.SendFormAsync(counter, "form#serve", ("Code", theirs));
        Assert.Contains(Words.Of("en", Reason.CodeNotValid), refused.Words("#Code-error"), StringComparison.Ordinal);
        Assert.Equal(VoucherStatus.Funded, (await other.VoucherAsync(theirs)).Status);
        using var stranger = await other.BrowseAsync(OrganisationRole.Owner);
        await stranger.SendFormAsync(await stranger.GoAsync($"{other.Home}/counter"), "form#serve", ("Code", theirs));
        var voucher = await other.VoucherAsync(theirs);
        Assert.DoesNotContain("Served.", (await cook.GoAsync($"{kitchen.Home}/counter?served={voucher.Id}")).Main, StringComparison.Ordinal);

        for (var tries = 1; tries < 60; tries++)
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await cook.SendFormAsync(counter, "form#serve", ("Code", VoucherCode.Create()))).Status);
        // A right guess after too many wrong ones is not served either.
        Assert.Equal(HttpStatusCode.TooManyRequests, (await cook.SendFormAsync(counter, "form#serve", ("Code", own))).Status);
        Assert.Equal(VoucherStatus.Funded, (await kitchen.VoucherAsync(own)).Status);
    }

    [Fact]
    public async Task Of_many_who_serve_one_code_at_once_one_does()
    {
        var kitchen = await DemoKitchen.MakeAsync(site);
        var code = Assert.Single(await kitchen.CodesAsync(await kitchen.BuyAsync(1)));
        using var cook = await kitchen.BrowseAsync();
        var counter = await cook.GoAsync($"{kitchen.Home}/counter");
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => cook.SendFormAsync(counter, "form#serve", ("Code", code))));
        Assert.Single(answers, a => a.Status == HttpStatusCode.Redirect);
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.Redirect), a => Assert.Equal(HttpStatusCode.UnprocessableEntity, a.Status));
        Assert.Single((await kitchen.VoucherAsync(code)).Moves, m => m.To == VoucherStatus.Redeemed);
    }

    [Fact]
    public async Task A_photo_of_a_voucher_is_served()
    {
        var kitchen = await DemoKitchen.MakeAsync(site);
        var codes = await kitchen.CodesAsync(await kitchen.BuyAsync(3));
        using var cook = await kitchen.BrowseAsync();
        var counter = await cook.GoAsync($"{kitchen.Home}/counter");
        var png = QrOf(VoucherCode.Format(codes[0]));
        foreach (var (photo, left) in new[] { (png, 2), (Samples.Convert(QrOf(VoucherCode.Format(codes[1])), ".jpg[Q=60]"), 1), (Samples.Turn(QrOf(VoucherCode.Format(codes[2])), 31), 0) })
        {
            var answer = await SendPhotoAsync(cook, counter, photo);
            Assert.Equal(HttpStatusCode.Redirect, answer.Status);
            Assert.Contains($"{left} left", (await cook.GoAsync(answer.Next!)).Words(".verdict"), StringComparison.Ordinal);
        }

        foreach (var (photo, reason) in new[] { (Png.Of(400, 400), Reason.CodeNotSeen), (QrOf("https://evil.example/"), Reason.CodeNotSeen), (Samples.Svg, Reason.PictureKindUnknown), (Array.Empty<byte>(), Reason.PictureMissing), (png, Reason.VoucherRedeemed) })
        {
            var refused = await SendPhotoAsync(cook, counter, photo);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            var said = Words.Of("en", reason, "…");
            Assert.Contains(said.Split('…')[0], refused.Words(".verdict"), StringComparison.Ordinal);
        }
    }

    private static byte[] QrOf(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(data);
        return picture.GetGraphic(8);
    }

    private static Task<Page> SendPhotoAsync(Browser browser, Page counter, byte[] photo) => browser.AskAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(counter.Address, counter.Address.AbsolutePath + "?handler=Photo"))
    {
        Content = new MultipartFormDataContent
        {
            { new StringContent(counter.Value("__RequestVerificationToken")), "__RequestVerificationToken" },
            { new ByteArrayContent(photo), "picture", "photo.jpg" },
        },
    });
}
