using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Solidarity.Browser.Tests.Running;
using Solidarity.Browser.Tests.Visiting;

namespace Solidarity.Browser.Tests;

/// <summary>The giving form for those who hear it, use a keyboard, or enlarge it.</summary>
[Collection(OneInstallation.Name)]
public sealed partial class AccessibleFormTests(Installation installation)
{
    [Theory]
    [ClassData(typeof(EveryVariant))]
    public Task Mistakes_are_said_where_they_are_and_how_to_get_there(Script script, Device device) => Visitor.VisitAsync(installation, new(script, device), nameof(AccessibleFormTests), async visitor =>
    {
        var (page, words) = (visitor.Page, visitor.Words);
        await visitor.OpenAsync($"/campaigns/{Giving.Campaign}/give");
        await page.Locator("#message").FillAsync("Bon courage!");
        await visitor.PressAsync(visitor.SubmitGift());

        await Assertions.Expect(page).ToHaveTitleAsync(new Regex("^" + Regex.Escape(words["Give.ErrorTitle", ""].Trim()).Replace("\\ ", "\\s", StringComparison.Ordinal)));
        var summary = page.GetByRole(AriaRole.Alert, new() { Name = words["Shared.ErrorsMany", 2] });
        await Assertions.Expect(summary).ToBeFocusedAsync();
        await visitor.LookAsync("give, with mistakes");
        // What was written is not lost.
        await Assertions.Expect(page.Locator("#message")).ToHaveValueAsync("Bon courage!");

        await FollowAsync(visitor, summary, words["Refusals.AmountMissing"], "#amount-10");
        await FollowAsync(visitor, summary, words["Refusals.EmailMissing"], "#email");
        var email = page.Locator("#email");
        await Assertions.Expect(email).ToHaveAccessibleDescriptionAsync(new Regex(Regex.Escape(words["Refusals.EmailMissing"])));
        await Assertions.Expect(email).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(page.Locator("fieldset").First).ToHaveAccessibleDescriptionAsync(new Regex(Regex.Escape(words["Refusals.AmountMissing"])));

        await visitor.PressAsync(visitor.Amount("25"));
        await email.FillAsync("not an address");
        await visitor.PressAsync(visitor.SubmitGift());
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(words["Refusals.EmailNotValid"]);
        await Assertions.Expect(page.Locator("#amount-25")).ToBeCheckedAsync();
    });

    [Theory]
    [ClassData(typeof(EveryVariant))]
    public Task Every_control_has_a_name_and_arrow_keys_move_between_amounts(Script script, Device device) => Visitor.VisitAsync(installation, new(script, device), "AccessibleFormTests-names", async visitor =>
    {
        var page = visitor.Page;
        await visitor.OpenAsync("/campaigns/elke-maand-een-deur/give");
        await visitor.LookAsync("give, with fees");
        foreach (var control in await page.Locator("form#gift :is(input:not([type=hidden]), select, textarea, button)").AllAsync())
            await Assertions.Expect(control).ToHaveAccessibleNameAsync(Something());
        foreach (var name in new[] { "amount", "tip" })
        {
            var radios = page.Locator($"input[name={name}]");
            await radios.First.FocusAsync();
            await page.Keyboard.PressAsync("Space");
            for (var i = 1; i < await radios.CountAsync(); i++)
            {
                await page.Keyboard.PressAsync("ArrowRight");
                await Assertions.Expect(radios.Nth(i)).ToBeCheckedAsync();
            }

            await page.Keyboard.PressAsync("ArrowLeft");
            await Assertions.Expect(radios.Last).Not.ToBeCheckedAsync();
        }
    });

    /// <summary>1280 pixels at 400 % are 320 (WCAG 2.2, 1.4.10).</summary>
    [Fact]
    public Task Enlarged_four_times_the_form_needs_no_sideways_scrolling() => Visitor.VisitAsync(installation, new(Script.On, Device.Desktop, "de"), "AccessibleFormTests-zoom", async visitor =>
    {
        var page = visitor.Page;
        await page.SetViewportSizeAsync(320, 256);
        await visitor.OpenAsync("/campaigns/elke-maand-een-deur/give");
        await visitor.FitsAsync();
        await visitor.PressAsync(visitor.SubmitGift());
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await visitor.FitsAsync();
        foreach (var field in await page.Locator("form#gift :is(input:not([type=hidden]), select, textarea, button)").AllAsync())
        {
            var box = await field.BoundingBoxAsync();
            Assert.True(box is { X: >= 0 } && box.X + box.Width <= 320.5, $"{await field.GetAttributeAsync("id")} lies at {box?.X} and is {box?.Width} wide.");
        }

        await visitor.LookAsync("give, with mistakes, enlarged");
    });

    private static async Task FollowAsync(Visitor visitor, ILocator summary, string problem, string field)
    {
        var link = summary.GetByRole(AriaRole.Link, new() { Name = problem });
        await Assertions.Expect(link).ToHaveAttributeAsync("href", field);
        await visitor.PressAsync(link);
        await Assertions.Expect(visitor.Page.Locator(field)).ToBeFocusedAsync();
    }

    [GeneratedRegex(@"\S")]
    private static partial Regex Something();
}
