using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Solidarity.Browser.Tests.Running;
using Solidarity.Browser.Tests.Visiting;
using Solidarity.Domain.Reports;

namespace Solidarity.Browser.Tests;

/// <summary>An update from its owner to a follower, who then wants no more; and away again, because somebody reported it.</summary>
[Collection(OneInstallation.Name)]
public sealed class UpdateJourneyTests(Installation installation)
{
    private string _project = "";

    private string Workspace => "/workspace" + _project;

    [Theory]
    [InlineData(Script.Off, Device.Phone)]
    [InlineData(Script.On, Device.Desktop)]
    public async Task Followed_told_ended_reported_and_taken_away(Script script, Device device)
    {
        var variant = new Variant(script, device);
        var (first, second) = ($"La soupe de {script} {device}", $"Le pain de {script} {device}");
        string? page = null;
        _project = $"/projects/{await ProjectAsync()}";
        await VisitAsync(variant, "follows", async follower =>
        {
            await FollowAsync(follower);
            await VisitAsync(variant, "tells", async owner =>
            {
                await DemoPeople.Owner.SignInAsync(owner.Page);
                await TellAsync(owner, first);
                await EndAsync(follower, first);
                await TellAsync(owner, second);
                page = await PageOfAsync(follower, first);
                await NotToldAsync(owner, follower, second);
            });
        });
        await VisitAsync(variant, "reports", reader => ReportAsync(reader, page!));
        await VisitAsync(variant, "decides", moderator => TakeAwayAsync(moderator, first));
        await VisitAsync(variant, "looks", async reader =>
        {
            await Patience.UntilAsync($"{page} is gone", async () => (await reader.Page.GotoAsync(page!))!.Status == 404);
            foreach (var path in new[] { _project, _project + "/updates", "/" })
            {
                await reader.OpenAsync(path);
                await Assertions.Expect(reader.Page.GetByText(first)).ToHaveCountAsync(0);
            }
        });
    }

    private Task VisitAsync(Variant variant, string part, Func<Visitor, Task> visit) => Visitor.VisitAsync(installation, variant, $"{nameof(UpdateJourneyTests)}-{part}", visit);

    /// <summary>The slug of a project of the demo's owner.</summary>
    private async Task<string> ProjectAsync()
    {
        await using var db = installation.Database();
        return await db.Projects.Where(p => db.Memberships.Any(m => m.OrganisationId == p.OrganisationId && m.Person.Email == DemoPeople.Owner.Email)).Select(p => p.Slug).FirstAsync();
    }

    /// <summary>Asks, and says yes by the link in the letter.</summary>
    private async Task FollowAsync(Visitor follower)
    {
        await follower.OpenAsync(_project + "/follow");
        await follower.Page.Locator("#email").FillAsync(follower.Email);
        await PressAsync(follower, "Updates.AskForNews");
        await Assertions.Expect(follower.Page.GetByRole(AriaRole.Status)).ToContainTextAsync(follower.Words["Updates.LetterSent"]);
        await OpenNewestMailAsync(follower);
        await follower.OpenAsync(await LinkAsync(follower, "/follow/"));
        await PressAsync(follower, "Updates.Confirm");
        await follower.SeesHeadingAsync(follower.Words["Updates.NowFollowing"]);
    }

    private async Task TellAsync(Visitor owner, string title)
    {
        await owner.OpenAsync(Workspace + "/updates");
        await owner.LookAsync("workspace, updates");
        await owner.PressAsync(owner.Page.GetByRole(AriaRole.Link, new() { Name = owner.Words["WritingUpdates.NewTitle"] }));
        await owner.Page.Locator("#title").FillAsync(title);
        await owner.Page.Locator("#body").FillAsync("Elle a été **servie** chaud.");
        await owner.Page.Locator("#language").SelectOptionAsync("fr");
        await owner.LookAsync("workspace, an update is written");
        await PressAsync(owner, "WritingUpdates.Save");
        await Assertions.Expect(owner.Page).ToHaveURLAsync(new Regex("/updates/[0-9a-f-]{36}"));
        await owner.LookAsync("workspace, an update");
        await owner.OpenAsync(new Uri(owner.Page.Url).AbsolutePath + "/publish");
        await owner.LookAsync("workspace, an update is published");
        await PressAsync(owner, "WritingUpdates.PublishNow");
        await Assertions.Expect(owner.Page.GetByRole(AriaRole.Status)).ToContainTextAsync(owner.Words["WritingUpdates.Published"]);
    }

    /// <summary>The mail is in the reader's language, and its header alone ends it: no cookie, no page (RFC 8058).</summary>
    private async Task EndAsync(Visitor follower, string title)
    {
        await OpenNewestMailAsync(follower, title);
        await follower.LookAsync("mailbox, an update");
        await Assertions.Expect(follower.Page.Locator("main pre")).ToContainTextAsync(follower.Words["UpdateMail.Stop"]);
        var mail = await File.ReadAllTextAsync(Path.Combine(installation.Mailbox, Uri.UnescapeDataString(new Uri(follower.Page.Url).Segments[^1])));
        var header = mail.ReplaceLineEndings("\n").Replace("\n ", " ", StringComparison.Ordinal).Split('\n').Single(line => line.StartsWith("List-Unsubscribe:", StringComparison.Ordinal));
        Assert.Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click", mail, StringComparison.Ordinal);
        var address = header.Split('<', '>').First(part => part.StartsWith("http", StringComparison.Ordinal));
        using var program = new HttpClient();
        using var click = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        using var answer = await program.PostAsync(new Uri(address), click);
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode} from {address}");
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        await follower.OpenAsync(new Uri(address).PathAndQuery);
        await follower.SeesHeadingAsync(follower.Words["Updates.Stopped"]);
        await follower.LookAsync("unsubscribed");
    }

    /// <returns>The public page's path, found from the project's.</returns>
    private async Task<string> PageOfAsync(Visitor reader, string title)
    {
        await reader.OpenAsync(_project + "/updates");
        await reader.LookAsync("updates of a project");
        await reader.PressAsync(reader.Page.GetByRole(AriaRole.Link, new() { Name = title }).First);
        await reader.SeesHeadingAsync(title);
        await reader.LookAsync("an update");
        return new Uri(reader.Page.Url).AbsolutePath;
    }

    /// <summary>Everything planned has been sent, and nothing of it to this address.</summary>
    private async Task NotToldAsync(Visitor owner, Visitor follower, string title)
    {
        await owner.OpenAsync(Workspace + "/updates");
        await owner.ReloadUntilAsync(owner.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = title }).Filter(new() { HasNotText = owner.Words["WritingUpdates.StateDraft"] }));
        await Assertions.Expect((await follower.MailsAsync()).Filter(new() { HasText = title })).ToHaveCountAsync(0);
    }

    private static async Task ReportAsync(Visitor reader, string page)
    {
        await reader.OpenAsync(page);
        await reader.PressAsync(reader.Page.GetByRole(AriaRole.Link, new() { Name = reader.Words["Updates.ReportUpdate"] }));
        await reader.SeesHeadingAsync(reader.Words["Reports.Title"]);
        await reader.LookAsync("report an update");
        await reader.Page.Locator("#why").SelectOptionAsync(nameof(ReportWhy.Misleading));
        await reader.Page.Locator("#words").FillAsync("That soup was cold.");
        await reader.Page.Locator("#email").FillAsync(reader.Email);
        await PressAsync(reader, "Reports.Send");
        await reader.SeesHeadingAsync(reader.Words["Reports.TakenTitle"]);
        await reader.LookAsync("report, taken");
    }

    private static async Task TakeAwayAsync(Visitor moderator, string title)
    {
        await DemoPeople.Moderator.SignInAsync(moderator.Page);
        await moderator.OpenAsync("/moderation");
        await moderator.LookAsync("moderation");
        await moderator.PressAsync(moderator.Page.Locator("a[href^='/moderation/reports/']").Filter(new() { HasText = moderator.Words["Moderation.KindUpdate"] }).First);
        await moderator.SeesHeadingAsync(moderator.Words["Moderation.ReportTitle"]);
        await Assertions.Expect(moderator.Page.GetByText(title)).ToBeVisibleAsync();
        await moderator.LookAsync("moderation, a report");
        await moderator.Page.Locator("#reasons").FillAsync("It was cold indeed.");
        await PressAsync(moderator, "Moderation.ActUpdate");
        await Assertions.Expect(moderator.Page.GetByRole(AriaRole.Status)).ToContainTextAsync(moderator.Words["Moderation.DoneTakenAway"]);
    }

    private static async Task OpenNewestMailAsync(Visitor visitor, string with = "")
    {
        var mail = (await visitor.MailsAsync()).Filter(new() { HasText = with }).GetByRole(AriaRole.Link);
        await visitor.ReloadUntilAsync(mail);
        await visitor.PressAsync(mail.First);
        await Assertions.Expect(visitor.Page.Locator("main pre")).ToBeVisibleAsync();
    }

    private static async Task<string> LinkAsync(Visitor visitor, string with) =>
        new Uri((await visitor.Page.Locator("main pre").InnerTextAsync()).Split((char[]?)null).First(word => word.StartsWith("http", StringComparison.Ordinal) && word.Contains(with, StringComparison.Ordinal))).PathAndQuery;

    private static Task PressAsync(Visitor visitor, string words) =>
        visitor.PressAsync(visitor.Page.GetByRole(AriaRole.Button, new() { Name = visitor.Words[words], Exact = true }).First);
}
