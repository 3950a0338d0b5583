using Microsoft.Playwright;
using Solidarity.Browser.Tests.Running;
using Solidarity.Browser.Tests.Visiting;

namespace Solidarity.Browser.Tests;

/// <summary>Somebody follows a project without giving, says yes by the letter, and chooses what to get.</summary>
[Collection(OneInstallation.Name)]
public sealed class FollowTests(Installation installation)
{
    private const string Project = "/projects/repas-pour-les-soignants";

    [Theory]
    [ClassData(typeof(EveryVariant))]
    public Task Follow_confirm_and_choose(Script script, Device device) => Visitor.VisitAsync(installation, new(script, device), nameof(FollowTests), async visitor =>
    {
        var (page, words) = (visitor.Page, visitor.Words);
        await visitor.OpenAsync(Project);
        await visitor.LookAsync("story, with its updates");
        await visitor.PressAsync(page.GetByRole(AriaRole.Link, new() { Name = words["Updates.Follow"] }));
        await visitor.SeesHeadingAsync(words["Updates.Follow"]);
        await visitor.LookAsync("follow");
        await visitor.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = words["Updates.AskForNews"] }));
        await visitor.LookAsync("follow, with mistakes");
        await page.Locator("#email").FillAsync(visitor.Email);
        await visitor.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = words["Updates.AskForNews"] }));
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(words["Updates.LetterSent"]);
        await visitor.LookAsync("follow, asked");

        await visitor.OpenAsync("/dev/mailbox");
        var letter = page.GetByRole(AriaRole.Listitem).Or(page.GetByRole(AriaRole.Row)).Filter(new() { HasText = visitor.Email }).GetByRole(AriaRole.Link);
        await visitor.ReloadUntilAsync(letter);
        await visitor.PressAsync(letter.First);
        var text = await page.Locator("pre").TextContentAsync() ?? "";
        await visitor.OpenAsync(new Uri(text.Split('\n').First(l => l.Contains("/follow/", StringComparison.Ordinal)).Trim()).AbsolutePath);
        await visitor.LookAsync("follow, to confirm");
        await visitor.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = words["Updates.Confirm"] }));
        await visitor.SeesHeadingAsync(words["Updates.NowFollowing"]);
        await visitor.LookAsync("follow, confirmed");

        await visitor.PressAsync(page.GetByRole(AriaRole.Link, new() { Name = words["Updates.ToChoices"] }));
        await visitor.SeesHeadingAsync(words["Updates.ChoicesTitle"]);
        await visitor.LookAsync("choices");
        await page.Locator("#thanks").UncheckAsync();
        await visitor.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = words["Updates.Save"], Exact = true }));
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(words["Updates.Saved"]);
        await Assertions.Expect(page.Locator("#thanks")).Not.ToBeCheckedAsync();
        await Assertions.Expect(page.Locator("#updates")).ToBeCheckedAsync();
    });
}
