using Microsoft.Playwright;
using Solidarity.Browser.Tests.Running;
using Solidarity.Browser.Tests.Visiting;
using Solidarity.Domain.People;

namespace Solidarity.Browser.Tests;

/// <summary>From an idea to the first gift: a stranger starts a project, a moderator reads it, somebody gives, and the money is on its way.</summary>
[Collection(OneInstallation.Name)]
public sealed class ProjectJourneyTests(Installation installation)
{
    private const string Password = "a quiet kettle sings";
    private const string Moderator = "moderator@demo.example";
    private const string ModeratorPassword = "soup for everyone";
    private const string ModeratorKey = "JBSWY3DPEHPK3PXPMQDERATQRAAAAAAA";
    private const string Reasons = "Who carries the soup to the door? Please say that in the story.";
    private const string Alt = "A cargo bicycle with two pots of soup";

    private static long _lastStep;

    [Theory]
    [InlineData(Script.On, Device.Phone)]
    [InlineData(Script.Off, Device.Desktop)]
    public Task From_an_idea_to_the_first_gift(Script script, Device device) => Visitor.VisitAsync(installation, new(script, device), nameof(ProjectJourneyTests), async owner =>
    {
        var title = $"Soup by bicycle {Guid.NewGuid():N}"[..24];
        await SignUpAsync(owner);
        var home = await StartAsync(owner, title);
        await WriteStoryAsync(owner, home);
        await AddCoverAsync(owner, home);
        await PrepareCampaignAsync(owner, home, title);
        await SetUpPaymentsAsync(owner, home);
        await SubmitAsync(owner, home);

        await Visitor.VisitAsync(installation, new(script, device), $"{nameof(ProjectJourneyTests)}-moderator", async moderator =>
        {
            await SignInAsync(moderator);
            await SendBackAsync(moderator, title);
            await ReadReasonsAsync(owner, title);
            await SubmitAsync(owner, home);
            await PublishAsync(moderator, title);
        });
        await Visitor.VisitAsync(installation, new(script, device), $"{nameof(ProjectJourneyTests)}-giver", giver => GiveAsync(giver, title));
        await SeeGiftAsync(owner, home);
    });

    private static async Task SignUpAsync(Visitor owner)
    {
        await owner.OpenAsync("/projects");
        await owner.PressAsync(Link(owner, "Projects.StartOwn"));
        await owner.SeesHeadingAsync(owner.Words["Account.SignInTitle"]);
        await owner.PressAsync(owner.Page.Locator("main a[href^='/sign-up']").First);
        await owner.Page.Locator("#name").FillAsync("Nele");
        await owner.Page.Locator("#email").FillAsync(owner.Email);
        await owner.Page.Locator("#password").FillAsync(Password);
        await owner.PressAsync(Button(owner, "Account.SignUpSubmit"));
        await owner.SeesHeadingAsync(owner.Words["Account.SentTitle"]);
        await owner.OpenMailAsync(owner.Words["Letters.ConfirmAddress.Subject"]);
        var link = (await owner.Page.Locator("main pre").InnerTextAsync()).Split((char[]?)null).Single(word => word.Contains("/account/confirm?", StringComparison.Ordinal));
        await owner.OpenAsync(new Uri(link).PathAndQuery);
        await owner.Page.Locator("#password").FillAsync(Password);
        await owner.PressAsync(Button(owner, "Account.ConfirmSubmit"));
        // Where it all began.
        await owner.SeesHeadingAsync(owner.Words["Workspace.Start"]);
        await owner.OpenAsync("/workspace");
        await owner.SeesHeadingAsync(owner.Words["Workspace.Title"]);
        await owner.LookAsync("workspace, empty");
    }

    /// <returns>Path of the project's workspace.</returns>
    private static async Task<string> StartAsync(Visitor owner, string title)
    {
        await owner.PressAsync(Link(owner, "Workspace.Start"));
        await owner.LookAsync("start a project");
        await FillAsync(owner, ("title", title), ("summary", "Hot soup for those who cannot come."), ("place", "Namur"), ("name", "Soup by bicycle"), ("city", "Namur"));
        await owner.Page.Locator("#email").FillAsync(owner.Email);
        await owner.PressAsync(Button(owner, "Workspace.StartButton"));
        await owner.SeesHeadingAsync(title);
        await owner.LookAsync("project, just begun");
        return new Uri(owner.Page.Url).AbsolutePath;
    }

    private static async Task WriteStoryAsync(Visitor owner, string home)
    {
        await owner.OpenAsync($"{home}/story");
        await owner.LookAsync("story, being written");
        await owner.Page.Locator("#story").FillAsync("## Why\n\n" + string.Join("\n\n", Enumerable.Repeat("We cook in the evening and ride through the town with two large pots. Whoever cannot come to us gets a bowl at the door, and a few words.", 6)));
        await owner.PressAsync(Button(owner, "Writing.Preview"));
        await Assertions.Expect(owner.Page.Locator("#shown h2")).ToHaveTextAsync("Why");
        await owner.LookAsync("story, preview");
        await owner.PressAsync(Button(owner, "Writing.Save"));
        await SeesDoneAsync(owner, "Writing.Saved");
        await owner.LookAsync("story, saved");
    }

    private static async Task AddCoverAsync(Visitor owner, string home)
    {
        await owner.OpenAsync(home);
        await owner.PressAsync(owner.Page.Locator($".trace a[href='{home}/pictures']"));
        await owner.LookAsync("pictures, none");
        await owner.Page.Locator("#picture").SetInputFilesAsync(new FilePayload { Name = "soup.svg", MimeType = "image/svg+xml", Buffer = "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray() });
        await owner.Page.Locator("#alt").FillAsync(Alt);
        await owner.PressAsync(Button(owner, "Writing.Upload"));
        await Assertions.Expect(owner.Page.Locator("#picture-error")).ToContainTextAsync(owner.Words["Refusals.PictureKindUnknown"]);
        await Assertions.Expect(owner.Page.Locator("#alt")).ToHaveValueAsync(Alt);
        await owner.LookAsync("pictures, refused");
        await owner.Page.Locator("#picture").SetInputFilesAsync(new FilePayload { Name = "soup.png", MimeType = "image/png", Buffer = await owner.Page.ScreenshotAsync() });
        await owner.PressAsync(Button(owner, "Writing.Upload"));
        await SeesDoneAsync(owner, "Writing.PictureTaken");
        var line = await owner.Page.Locator(".pictures input[readonly]").InputValueAsync();
        await owner.PressAsync(owner.Page.Locator(".pictures button").Filter(new() { HasText = owner.Words["Writing.MakeCover"] }));
        await SeesDoneAsync(owner, "Writing.CoverChosen");
        await owner.LookAsync("pictures");

        // And once more within the story.
        await owner.OpenAsync($"{home}/story");
        await owner.Page.Locator("#story").FillAsync(await owner.Page.Locator("#story").InputValueAsync() + "\n\n" + line);
        await owner.PressAsync(Button(owner, "Writing.Preview"));
        await Assertions.Expect(owner.Page.Locator("#shown img")).ToHaveAttributeAsync("alt", Alt);
        await owner.PressAsync(Button(owner, "Writing.Save"));
        await SeesDoneAsync(owner, "Writing.Saved");
        await owner.OpenAsync($"{home}/preview-page");
        await Assertions.Expect(owner.Page.Locator("img.cover")).ToHaveAttributeAsync("alt", Alt);
        await owner.LookAsync("project, previewed");
    }

    private static async Task PrepareCampaignAsync(Visitor owner, string home, string title)
    {
        await owner.OpenAsync(home);
        await owner.PressAsync(Link(owner, "Writing.NewCampaign"));
        await owner.LookAsync("new campaign");
        await FillAsync(owner, ("title", $"A second pot: {title}"), ("summary", "So that more doors get soup."), ("goal", "500"), ("need1title", "A pot"), ("need1amount", "180"));
        await owner.PressAsync(Button(owner, "CampaignWork.Save").Last);
        await owner.SeesHeadingAsync($"A second pot: {title}");
        await owner.LookAsync("campaign, draft");
    }

    private static async Task SetUpPaymentsAsync(Visitor owner, string home)
    {
        await owner.OpenAsync(home);
        await owner.PressAsync(owner.Page.Locator(".trace a[href$='/money']"));
        await owner.SeesHeadingAsync(owner.Words["Payouts.Title"]);
        await owner.LookAsync("being paid, not begun");
        await owner.PressAsync(Button(owner, "Payouts.Begin"));
        await owner.SeesHeadingAsync(owner.Words["Account.FactorTitle"]);
        var key = (await owner.Page.Locator("section[aria-labelledby=app] code").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await owner.Page.Locator("#code").FillAsync(OneTimeCodes.Of(key, OneTimeCodes.StepAt(TimeProvider.System.GetUtcNow())));
        await owner.PressAsync(Button(owner, "Account.AppSubmit"));
        await owner.PressAsync(Link(owner, "Account.CodesKept"));
        // Back where the button is.
        await owner.PressAsync(Button(owner, "Payouts.Begin"));
        await Assertions.Expect(owner.Page.GetByText(owner.SandboxWords["onboard-complete-text"])).ToBeVisibleAsync();
        await owner.LookAsync("onboarding");
        await owner.PressAsync(owner.Page.Locator("button[value=complete]"));
        await Assertions.Expect(owner.Page.GetByRole(AriaRole.Heading, new() { Name = owner.Words["Payouts.StandingReady"] })).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await owner.LookAsync("being paid, ready");
    }

    private static async Task SubmitAsync(Visitor owner, string home)
    {
        await owner.OpenAsync($"{home}/review");
        await owner.LookAsync("review, to be submitted");
        await owner.PressAsync(Button(owner, "Reviews.Submit"));
        await Assertions.Expect(owner.Page.GetByRole(AriaRole.Button, new() { Name = owner.Words["Reviews.Withdraw"] })).ToBeVisibleAsync();
        await owner.LookAsync("review, waiting");
    }

    private static async Task SignInAsync(Visitor moderator)
    {
        await moderator.OpenAsync("/moderation");
        await FillAsync(moderator, ("email", Moderator), ("password", ModeratorPassword));
        await moderator.PressAsync(Button(moderator, "Account.SignInSubmit"));
        // A code counts once, and the other journey may just have used this one.
        await Patience.UntilAsync("there is a code that was not used", () => Task.FromResult(Now() >= _lastStep));
        _lastStep = Math.Max(Now(), _lastStep + 1);
        await moderator.Page.Locator("#code").FillAsync(OneTimeCodes.Of(ModeratorKey, _lastStep));
        await moderator.PressAsync(Button(moderator, "Account.GoOn"));
        await moderator.SeesHeadingAsync(moderator.Words["Moderation.Title"]);
        static long Now() => OneTimeCodes.StepAt(TimeProvider.System.GetUtcNow());
    }

    private static async Task SendBackAsync(Visitor moderator, string title)
    {
        await moderator.LookAsync("moderation");
        await moderator.PressAsync(moderator.Page.GetByRole(AriaRole.Link, new() { Name = title }).First);
        await Assertions.Expect(moderator.Page.Locator("img.cover")).ToHaveAttributeAsync("alt", Alt);
        await Assertions.Expect(moderator.Page.GetByText("A pot", new() { Exact = true })).ToBeVisibleAsync();
        await moderator.LookAsync("moderation, review");
        await moderator.PressAsync(Button(moderator, "Moderation.SendBack"));
        await moderator.LookAsync("moderation, review refused");
        await moderator.Page.Locator("#reasons").FillAsync(Reasons);
        await moderator.PressAsync(Button(moderator, "Moderation.SendBack"));
        await moderator.SeesHeadingAsync(moderator.Words["Moderation.Title"]);
    }

    private static async Task ReadReasonsAsync(Visitor owner, string title)
    {
        await owner.OpenMailAsync(owner.Words["Letters.ProjectSentBack.Subject", "", title]);
        await Assertions.Expect(owner.Page.Locator("main pre")).ToContainTextAsync(Reasons);
    }

    private static async Task PublishAsync(Visitor moderator, string title)
    {
        await moderator.OpenAsync("/moderation");
        await moderator.PressAsync(moderator.Page.GetByRole(AriaRole.Link, new() { Name = title }).First);
        await Assertions.Expect(moderator.Page.GetByText(Reasons)).ToBeVisibleAsync();
        foreach (var point in await moderator.Page.Locator("#points input[type=checkbox]").AllAsync())
            await point.CheckAsync();
        await moderator.PressAsync(Button(moderator, "Moderation.Publish"));
        await moderator.SeesHeadingAsync(moderator.Words["Moderation.Title"]);
        await SeesDoneAsync(moderator, "Moderation.DonePublished");
    }

    private static async Task GiveAsync(Visitor giver, string title)
    {
        await giver.OpenAsync("/projects");
        await giver.PressAsync(giver.Page.GetByRole(AriaRole.Link, new() { Name = title, Exact = true }));
        await Assertions.Expect(giver.Page.Locator("img.cover")).ToHaveAttributeAsync("alt", Alt);
        await giver.LookAsync("story with a cover");
        await giver.PressAsync(giver.Page.Locator("aside h2 a").First);
        await Assertions.Expect(giver.Page.Locator("#wall")).ToBeVisibleAsync();
        await giver.LookAsync("campaign, new");
        var campaign = new Uri(giver.Page.Url).AbsolutePath;
        await giver.BeginAsync(campaign["/campaigns/".Length..]);
        await giver.LookAsync("give, with a cover");
        await giver.GoToPaymentAsync();
        await giver.PayByCardAsync(Giving.Pays);
        await giver.WaitForHeadingAsync(giver.Words["Gifts.TitlePaid"]);
        await giver.AllIsDoneAsync(giver.GiftToken);
        await giver.OpenAsync(campaign);
        await Assertions.Expect(giver.Page.Locator(".tally")).ToContainTextAsync("2");
    }

    private static async Task SeeGiftAsync(Visitor owner, string home)
    {
        await owner.OpenAsync($"{home}/givers");
        await Assertions.Expect(owner.Page.Locator("main .amount").First).ToHaveTextAsync(owner.Words.Money(25_00));
        await owner.LookAsync("givers");
        await owner.OpenAsync(home);
        await owner.PressAsync(owner.Page.Locator(".trace a[href$='/money']"));
        await owner.SeesHeadingAsync(owner.Words["Payouts.Title"]);
        await owner.ReloadUntilAsync(owner.Page.Locator("section[aria-labelledby=transfers] td a"));
        await owner.LookAsync("being paid, with a transfer");
        await owner.PressAsync(owner.Page.Locator("section[aria-labelledby=transfers] td a").First);
        await owner.SeesHeadingAsync(owner.Words["Payouts.GiftTitle"]);
        await owner.LookAsync("being paid, one gift");
    }

    private static ILocator Button(Visitor visitor, string words) => visitor.Page.GetByRole(AriaRole.Button, new() { Name = visitor.Words[words], Exact = true });

    private static ILocator Link(Visitor visitor, string words) => visitor.Page.GetByRole(AriaRole.Link, new() { Name = visitor.Words[words], Exact = true }).First;

    private static Task SeesDoneAsync(Visitor visitor, string words) => Assertions.Expect(visitor.Page.GetByText(visitor.Words[words], new() { Exact = true }).First).ToBeVisibleAsync();

    private static async Task FillAsync(Visitor visitor, params (string Name, string Value)[] fields)
    {
        foreach (var (name, value) in fields)
            await visitor.Page.Locator($"#{name}").FillAsync(value);
    }
}
