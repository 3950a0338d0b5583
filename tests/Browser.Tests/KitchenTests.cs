using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Solidarity.Browser.Tests.Running;
using Solidarity.Browser.Tests.Visiting;
using Solidarity.Domain.Meals;

namespace Solidarity.Browser.Tests;

/// <summary>A restaurant's day, on the phone that lies in the kitchen.</summary>
[Collection(OneInstallation.Name)]
public sealed class KitchenTests(Installation installation)
{
    [Theory]
    [InlineData(Script.On)]
    [InlineData(Script.Off)]
    public async Task A_day_goes_from_what_waits_to_what_was_brought(Script script)
    {
        await VisitAsync(new(Script.On, Device.Desktop), giver => giver.BuyAsync(Meals.Fatiha));
        await VisitAsync(new(script, Device.Phone, "fr"), async cook =>
        {
            await DemoPeople.Restaurant.SignInAsync(cook.Page);
            var delivery = await cook.PlanAsync(Meals.Fatiha);
            await cook.PressAsync(cook.Page.GetByRole(AriaRole.Link, new() { Name = cook.Words["Kitchen.DaySheet"] }));
            await cook.LookAsync("kitchen, sheet of a day");
            await cook.MoveAsync(Meals.Fatiha, delivery, "Leave");
            await Assertions.Expect(cook.Page.GetByRole(AriaRole.Status)).ToContainTextAsync(cook.Words["Kitchen.DoneLeft"]);
            await cook.MoveAsync(Meals.Fatiha, delivery, "Deliver");
            await Assertions.Expect(cook.Page.GetByRole(AriaRole.Status)).ToContainTextAsync(cook.Words["Kitchen.DoneDelivered"]);
            await cook.LookAsync("kitchen, delivered");
            Assert.Equal(DeliveryStatus.Delivered, await StatusAsync(delivery));
        });
    }

    [Theory]
    [InlineData(Script.On)]
    [InlineData(Script.Off)]
    public async Task A_code_is_served_once_at_the_counter(Script script)
    {
        var code = "";
        await VisitAsync(new(script, Device.Desktop), async giver =>
        {
            await giver.BuyAsync(Meals.Fatiha);
            await giver.PressAsync(giver.Page.GetByRole(AriaRole.Link, new() { Name = giver.Words["Vouchers.ToPrint"] }));
            await giver.LookAsync("vouchers, to print");
            code = await giver.Page.Locator("main .card code").First.InnerTextAsync();
        });
        await VisitAsync(new(script, Device.Phone, "fr"), async cook =>
        {
            await DemoPeople.Restaurant.SignInAsync(cook.Page);
            await cook.OpenAsync(Meals.Kitchen(Meals.Fatiha) + "/counter");
            await cook.LookAsync("counter");
            // As somebody types who has wet fingers.
            await ServeAsync(cook, " " + code.ToLower(CultureInfo.InvariantCulture).Replace("-", " ", StringComparison.Ordinal));
            await Assertions.Expect(cook.Page.GetByRole(AriaRole.Status)).ToContainTextAsync(cook.Words["Counter.Served"]);
            await cook.LookAsync("counter, served");
            await ServeAsync(cook, code);
            await Assertions.Expect(cook.Page.Locator(".verdict [role=alert], .verdict .problems, .verdict .notice.bad")).ToBeVisibleAsync();
            await cook.LookAsync("counter, served before");
            await ServeAsync(cook, "7KXP2-4M9HR-TCAY7");
            await cook.LookAsync("counter, no code");
        });
        await using var db = installation.Database();
        Assert.Equal(1, await db.Set<VoucherMove>().CountAsync(m => m.To == VoucherStatus.Redeemed && db.MealVouchers.Any(v => v.Id == m.VoucherId && v.Code == VoucherCode.Parse(code))));
    }

    [Fact]
    public async Task A_sheet_is_made_for_a_day_without_net_and_typed_in_later()
    {
        await VisitAsync(new(Script.On, Device.Desktop), giver => giver.BuyAsync(Meals.Fatiha));
        await VisitAsync(new(Script.Off, Device.Phone, "fr"), TypeInAsync);
    }

    private async Task TypeInAsync(Visitor cook)
    {
        string code;
        await using (var db = installation.Database())
        {
            code = await db.MealVouchers.Where(v => v.Status == VoucherStatus.Funded && v.MealPartner.Partner.Name == Meals.Fatiha).OrderBy(v => v.Id).Select(v => v.Code).FirstAsync();
            // Nothing is served before it was paid for.
            var before = TimeProvider.System.GetUtcNow().AddDays(-2);
            await db.MealVouchers.Where(v => v.Code == code).ExecuteUpdateAsync(set => set.SetProperty(v => v.PaidAt, before));
        }

        await DemoPeople.Restaurant.SignInAsync(cook.Page);
        await cook.OpenAsync(Meals.Kitchen(Meals.Fatiha) + "/sheets");
        await cook.LookAsync("sheets");
        await cook.PressAsync(cook.Page.GetByRole(AriaRole.Button, new() { Name = cook.Words["Counter.SheetMake"] }));
        await cook.LookAsync("sheet, to print");
        await cook.OpenAsync(new Uri(cook.Page.Url).AbsolutePath.Replace("/paper", "", StringComparison.Ordinal));
        await cook.LookAsync("sheet, to type in");
        for (var times = 1; times <= 2; times++)
        {
            await cook.Page.Locator("main textarea").FillAsync($"{VoucherCode.Format(code)} 00:01");
            await cook.PressAsync(cook.Page.Locator("main form button[type=submit]").First);
            await cook.LookAsync("sheet, typed in");
        }

        await using var after = installation.Database();
        Assert.Equal(1, await after.Set<VoucherMove>().CountAsync(m => m.To == VoucherStatus.Redeemed && after.MealVouchers.Any(v => v.Id == m.VoucherId && v.Code == code)));
    }

    private static async Task ServeAsync(Visitor cook, string code)
    {
        await cook.Page.Locator("#Code").FillAsync(code);
        await cook.PressAsync(cook.Page.GetByRole(AriaRole.Button, new() { Name = cook.Words["Counter.Serve"], Exact = true }));
    }

    private async Task<DeliveryStatus> StatusAsync(Guid delivery)
    {
        await using var db = installation.Database();
        return await db.MealDeliveries.Where(d => d.Id == delivery).Select(d => d.Status).SingleAsync();
    }

    private Task VisitAsync(Variant variant, Func<Visitor, Task> visit) => Visitor.VisitAsync(installation, variant, nameof(KitchenTests), visit);
}
