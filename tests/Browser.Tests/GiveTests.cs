using System.Text;
using Microsoft.Playwright;
using Solidarity.Browser.Tests.Running;
using Solidarity.Browser.Tests.Visiting;

namespace Solidarity.Browser.Tests;

/// <summary>From the home page to the receipt.</summary>
[Collection(OneInstallation.Name)]
public sealed class GiveTests(Installation installation)
{
    private const string Project = "repas-pour-les-soignants";

    [Theory]
    [ClassData(typeof(EveryVariant))]
    public Task Somebody_reads_gives_pays_and_gets_a_receipt(Script script, Device device) => Visitor.VisitAsync(installation, new(script, device), nameof(GiveTests), async visitor =>
    {
        var (page, words) = (visitor.Page, visitor.Words);
        var before = await installation.Api.TotalsAsync(Giving.Campaign);
        await FindCampaignAsync(visitor);
        await Choose25Async(visitor);
        var name = await FillInAsync(visitor);
        await visitor.GoToPaymentAsync();
        await visitor.LookAsync("checkout");
        await Assertions.Expect(page.Locator(".total")).ToHaveTextAsync(words.Money(27_00));

        await using (await installation.Sandbox.HoldWebhooksAsync())
        {
            await visitor.PayByCardAsync(Giving.Pays);
            await visitor.SeesHeadingAsync(words["Gifts.TitleWaiting"]);
            await visitor.LookAsync("gift, waiting");
            Assert.Equal("started", await installation.Api.StatusAsync(visitor.GiftToken));
        }

        await visitor.WaitForHeadingAsync(words["Gifts.TitlePaid"]);
        var token = visitor.GiftToken;
        await visitor.AllIsDoneAsync(token);
        await page.ReloadAsync();
        await visitor.LookAsync("gift, paid");
        var receipt = await visitor.DownloadAsync(page.GetByRole(AriaRole.Link, new() { Name = words["Gifts.ReceiptPdf"] }));
        Assert.Equal("%PDF", Encoding.ASCII.GetString(receipt, 0, 4));
        await ReadsReceiptMailAsync(visitor);

        // The tip is not the campaign's.
        var after = await installation.Api.TotalsAsync(Giving.Campaign);
        Assert.Equal(new Totals(before.Raised + 25_00, before.Donations + 1), after);
        await visitor.OpenAsync($"/campaigns/{Giving.Campaign}");
        await visitor.ReloadUntilAsync(page.Locator(".tally").Filter(new() { HasText = words.Money(after.Raised) }));
        await Assertions.Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = name })).ToContainTextAsync(words.Money(25_00));
        await visitor.OpenAsync($"/campaigns/{Giving.Campaign}/wall");
        await visitor.LookAsync("wall");
        await visitor.OpenAsync($"/campaigns/{Giving.Campaign}/ledger");
        await visitor.LookAsync("ledger");
        await Assertions.Expect(page.Locator(".totals")).ToContainTextAsync(words.Money(after.Raised));
    });

    [Fact]
    public Task Somebody_gives_by_keyboard_alone() => Visitor.VisitAsync(installation, new(Script.On, Device.Desktop, "en"), "GiveTests-keyboard", async visitor =>
    {
        var page = visitor.Page;
        await visitor.OpenAsync($"/campaigns/{Giving.Campaign}/give");
        await TabToAsync(page, "input[name=amount]");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator("#amount-25")).ToBeCheckedAsync();
        // A tip is nothing until somebody chooses one.
        await Assertions.Expect(page.Locator("#tip-0")).ToBeCheckedAsync();
        await TabToAsync(page, "#tip-0");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator("#tip-2")).ToBeCheckedAsync();
        await TabToAsync(page, "#email");
        await page.Keyboard.TypeAsync(visitor.Email);
        await TabToAsync(page, "#hide-public");
        await page.Keyboard.PressAsync("Space");
        await TabToAsync(page, "button[type=submit]");
        await page.Keyboard.PressAsync("Enter");
        await visitor.IsAskedToPayAsync();
        foreach (var (field, value) in new[] { ("card_number", Giving.Pays), ("exp", "12/40"), ("cvc", "123") })
        {
            await TabToAsync(page, $"input[name={field}]");
            await page.Keyboard.TypeAsync(value);
        }

        await TabToAsync(page, "button");
        await page.Keyboard.PressAsync("Enter");
        await visitor.WaitForHeadingAsync(visitor.Words["Gifts.TitlePaid"]);
    });

    private static async Task FindCampaignAsync(Visitor visitor)
    {
        await visitor.OpenAsync("/");
        await visitor.LookAsync("home");
        await visitor.PressAsync(visitor.Page.GetByRole(AriaRole.Link, new() { Name = visitor.Words["Home.AllProjects"], Exact = true }));
        await visitor.SeesHeadingAsync(visitor.Words["Projects.Title"]);
        await visitor.LookAsync("projects");
        await visitor.PressAsync(visitor.Page.Locator($"main a[href='/projects/{Project}']"));
        await Assertions.Expect(visitor.Page.Locator(".story")).ToHaveAttributeAsync("lang", "fr");
        await visitor.LookAsync("story");
        await visitor.PressAsync(visitor.Page.Locator($"main a[href='/campaigns/{Giving.Campaign}']"));
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = visitor.Words["Campaigns.Wall"] })).ToBeVisibleAsync();
        await visitor.LookAsync("campaign");
    }

    /// <summary>One of the amounts on the campaign's page, or a free one.</summary>
    private static async Task Choose25Async(Visitor visitor)
    {
        var free = visitor.Variant.Device == Device.Desktop;
        await visitor.PressAsync(visitor.Amount(free ? "other" : "25"));
        await visitor.PressAsync(visitor.Page.GetByRole(AriaRole.Button, new() { Name = visitor.Words["Campaigns.Continue"] }));
        await visitor.SeesHeadingAsync(visitor.Words["Give.Title"]);
        await visitor.LookAsync("give");
        if (free)
            await visitor.Page.GetByLabel(visitor.Words["Give.OtherAmount"]).FillAsync(25m.ToString("F2", visitor.Words.Culture));
        else
            await Assertions.Expect(visitor.Page.Locator("#amount-25")).ToBeCheckedAsync();
    }

    private static async Task<string> FillInAsync(Visitor visitor)
    {
        var name = $"Ada {Guid.NewGuid():N}"[..20];
        await visitor.PressAsync(visitor.Page.Locator("label:has(#tip-2)"));
        await visitor.Page.Locator("#email").FillAsync(visitor.Email);
        await visitor.Page.Locator("#name").FillAsync(name);
        await visitor.Page.Locator("#message").FillAsync("Bon courage!");
        // Chosen beforehand: the language that the page is in.
        await Assertions.Expect(visitor.Page.GetByLabel(visitor.Words["Give.ReceiptLanguage"])).ToHaveValueAsync(visitor.Variant.Language);
        if (visitor.Variant.Script == Script.On)
            await Assertions.Expect(visitor.Page.Locator("[data-sum=total]")).ToHaveTextAsync(visitor.Words.Money(27_00));
        return name;
    }

    private static async Task ReadsReceiptMailAsync(Visitor visitor)
    {
        await visitor.OpenMailAsync(visitor.Words["ReceiptMail.Subject", visitor.Words.Money(25_00)]);
        await visitor.LookAsync("mail");
        var pdf = await visitor.DownloadAsync(visitor.Page.Locator("dd a[href*=Attachment]"));
        Assert.Equal("%PDF", Encoding.ASCII.GetString(pdf, 0, 4));
        await visitor.OpenAsync("/dev/mailbox");
        await visitor.LookAsync("mailbox");
    }

    /// <summary>Presses the tab key until one of those is in focus.</summary>
    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var presses = 0; presses < 80; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
                return;
        }

        Assert.Fail($"The tab key does not lead to {selector} at {page.Url}.");
    }
}
