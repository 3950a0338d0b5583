using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Solidarity.App.Tests.Site;
using Solidarity.Domain;
using Solidarity.Domain.Meals;

namespace Solidarity.App.Tests.Kitchen;

[Collection(SiteTests.Name)]
public sealed class SheetTests(SiteFixture site)
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task A_sheet_is_printed_typed_in_and_typed_in_again()
    {
        var kitchen = await DemoKitchen.MakeAsync(site);
        var gift = await kitchen.BuyAsync(3, ago: TimeSpan.FromDays(2));
        var codes = await kitchen.CodesAsync(gift);
        using var cook = await kitchen.BrowseAsync();
        var made = await cook.SendAsync(await cook.GoAsync($"{kitchen.Home}/sheets"));
        var paper = await cook.GoAsync(made.Next!);
        Assert.Equal(CounterSheet.Rows, paper.Html.QuerySelectorAll("tbody tr").Length);
        Assert.NotNull(paper.Html.QuerySelector("svg.qr"));
        Assert.Contains($"{kitchen.Home}/sheets/1", paper.Main, StringComparison.Ordinal);
        await MoveAsync(kitchen, days: -1);

        var form = await cook.GoAsync($"{kitchen.Home}/sheets/1");
        var typed = $"{VoucherCode.Format(codes[0])} 12:30\n{codes[1].ToLowerInvariant()} 9h05\n";
        Assert.Equal(HttpStatusCode.Redirect, (await cook.SendAsync(form, ("Lines", typed))).Status);
        var first = await kitchen.VoucherAsync(codes[0]);
        var move = Assert.Single(first.Moves, m => m.To == VoucherStatus.Redeemed);
        var day = (await SheetAsync(kitchen)).Day;
        Assert.Equal(new Domain.Site { PublicUrl = site.Address }.MomentOf(day.ToDateTime(new TimeOnly(12, 30))), move.At);
        Assert.Contains("2 meals served by this sheet", (await cook.GoAsync(form.Address)).Main, StringComparison.Ordinal);

        // The same again, with what is written under it since.
        Assert.Equal(HttpStatusCode.Redirect, (await cook.SendAsync(form, ("Lines", typed + $"{codes[2]} 13.00"))).Status);
        Assert.Equal(3, await site.InDbAsync(db => db.CounterSheetLines.CountAsync(l => l.Voucher.DonationId == gift.Id)));
        Assert.Equal(first.Moves.Count, (await kitchen.VoucherAsync(codes[0])).Moves.Count);
    }

    [Fact]
    public async Task Every_line_has_its_answer_and_what_is_not_served_stays()
    {
        var (kitchen, other) = (await DemoKitchen.MakeAsync(site), await DemoKitchen.MakeAsync(site));
        var codes = await kitchen.CodesAsync(await kitchen.BuyAsync(4, ago: TimeSpan.FromDays(2)));
        var late = Assert.Single(await kitchen.CodesAsync(await kitchen.BuyAsync(1)));
        var theirs = Assert.Single(await other.CodesAsync(await other.BuyAsync(1)));
        using var cook = await kitchen.BrowseAsync();
        await cook.SendFormAsync(await cook.GoAsync($"{kitchen.Home}/counter"), "form#serve", ("Code", codes[0]));
        for (var i = 0; i < 2; i++)
            await cook.SendAsync(await cook.GoAsync($"{kitchen.Home}/sheets"));
        await MoveAsync(kitchen, days: -1);
        Assert.Equal(HttpStatusCode.Redirect, (await cook.SendAsync(await cook.GoAsync($"{kitchen.Home}/sheets/1"), ("Lines", $"{codes[1]} 12:00"))).Status);

        var form = await cook.GoAsync($"{kitchen.Home}/sheets/2");
        var refused = await cook.SendAsync(form, ("Lines", string.Join("\r\n", $"{codes[0]} 12:00", $"{codes[1]} 12:00", $"{codes[2]} 12:00", $"{theirs} 12:00", "ABC 12:00", codes[3], $"{late} 12:00", new string(' ', 200) + codes[3])));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        var answers = refused.Html.QuerySelectorAll("section[aria-labelledby=answers] li").Select(li => Page.Plain(li.TextContent)).ToList();
        string Before(Reason reason) => Words.Of("en", reason, "…").Split('…')[0];
        Assert.Contains(Before(Reason.VoucherRedeemed), answers[0], StringComparison.Ordinal);
        Assert.Contains(Words.Of<Web.Texts.Counter>("en", "ByCounter"), answers[0], StringComparison.Ordinal);
        Assert.Contains(Words.Of<Web.Texts.Counter>("en", "BySheet", 1), answers[1], StringComparison.Ordinal);
        Assert.EndsWith("Served.", answers[2], StringComparison.Ordinal);
        Assert.Contains(Before(Reason.CodeNotValid), answers[3], StringComparison.Ordinal);
        Assert.Contains(Before(Reason.CodeMistyped), answers[4], StringComparison.Ordinal);
        Assert.Contains(Before(Reason.TimeNotValid), answers[5], StringComparison.Ordinal);
        Assert.Contains(Before(Reason.ServedBeforePaid), answers[6], StringComparison.Ordinal);
        Assert.DoesNotContain(codes[2], refused.Value("Lines"), StringComparison.Ordinal);
        Assert.Contains(codes[3], refused.Value("Lines"), StringComparison.Ordinal);
        Assert.Equal(VoucherStatus.Funded, (await other.VoucherAsync(theirs)).Status);
    }

    [Fact]
    public async Task A_time_that_has_not_come_is_refused_and_so_is_a_day_that_is_over()
    {
        var kitchen = await DemoKitchen.MakeAsync(site);
        var code = Assert.Single(await kitchen.CodesAsync(await kitchen.BuyAsync(1)));
        using var cook = await kitchen.BrowseAsync();
        var sheets = await cook.GoAsync($"{kitchen.Home}/sheets");
        var over = await cook.SendAsync(sheets, ("Day", DateOnly.FromDateTime(Now.UtcDateTime).AddDays(-2).ToString("O", CultureInfo.InvariantCulture)));
        Assert.Contains(Words.Of("en", Reason.DateNotAhead), over.Words("#Day-error"), StringComparison.Ordinal);
        await cook.SendAsync(sheets);
        await MoveAsync(kitchen, days: 2);
        var refused = await cook.SendAsync(await cook.GoAsync($"{kitchen.Home}/sheets/1"), ("Lines", $"{code} 12:00"));
        Assert.Contains(Words.Of("en", Reason.ServedLater), refused.Main, StringComparison.Ordinal);
        Assert.Equal(VoucherStatus.Funded, (await kitchen.VoucherAsync(code)).Status);
    }

    [Fact]
    public async Task A_meal_that_was_taken_over_from_another_restaurant_was_not_eaten_here_before()
    {
        var (kitchen, other) = (await DemoKitchen.MakeAsync(site), await DemoKitchen.MakeAsync(site));
        var codes = await kitchen.CodesAsync(await kitchen.BuyAsync(2, ago: TimeSpan.FromDays(3)));
        var taken = await kitchen.VoucherAsync(codes[0]);
        await site.InDbAsync(async db =>
        {
            db.VoucherMoves.Add(new VoucherMove { VoucherId = taken.Id, From = VoucherStatus.Funded, To = VoucherStatus.Funded, At = Now, By = "rule", FromId = other.Cook.Id });
            return await db.SaveChangesAsync();
        });
        using var cook = await kitchen.BrowseAsync();
        await cook.SendAsync(await cook.GoAsync($"{kitchen.Home}/sheets"));
        await MoveAsync(kitchen, days: -1);
        var refused = await cook.SendAsync(await cook.GoAsync($"{kitchen.Home}/sheets/1"), ("Lines", $"{codes[0]} 12:00\n{codes[1]} 12:00"));
        Assert.Contains(Words.Of("en", Reason.ServedBeforeTaken, "…").Split('…')[0], refused.Main, StringComparison.Ordinal);
        Assert.Equal((VoucherStatus.Funded, VoucherStatus.Redeemed), ((await kitchen.VoucherAsync(codes[0])).Status, (await kitchen.VoucherAsync(codes[1])).Status));
    }

    /// <summary>As if its sheets had been made for another day.</summary>
    private Task<int> MoveAsync(DemoKitchen kitchen, int days) => site.InDbAsync(async db =>
    {
        var day = (await SheetAsync(kitchen)).Day.AddDays(days);
        return await db.CounterSheets.Where(s => s.Organisation.Slug == kitchen.Campaign.Slug).ExecuteUpdateAsync(set => set.SetProperty(s => s.Day, day));
    });

    private Task<CounterSheet> SheetAsync(DemoKitchen kitchen) => site.InDbAsync(db => db.CounterSheets.AsNoTracking().Where(s => s.Organisation.Slug == kitchen.Campaign.Slug).OrderBy(s => s.Number).FirstAsync());
}
