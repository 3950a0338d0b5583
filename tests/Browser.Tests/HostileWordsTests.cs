using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Solidarity.Browser.Tests.Hostile;
using Solidarity.Browser.Tests.Running;
using Solidarity.Browser.Tests.Visiting;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Messages;
using Solidarity.Domain.Updates;

namespace Solidarity.Browser.Tests;

/// <summary>
/// Every text that people write is a collection of published attempts at running a script. Whoever reads, works or decides opens every page that
/// shows them: nothing runs, nothing is asked of another host, and nothing comes into a page that could.
/// </summary>
[Collection(OneInstallation.Name)]
public sealed partial class HostileWordsTests(Installation shared) : IAsyncLifetime
{
    private const int PagesOfAKind = 3;

    /// <summary>Its own: nobody else wants to read such pages.</summary>
    private readonly Installation _installation = new()
    {
        Like = shared,
        Fill = async db =>
        {
            await new HostileRows(db).WriteAsync();
            await EveryText.WriteAsync(db);
        },
    };

    public Task InitializeAsync() => _installation.InitializeAsync();

    public Task DisposeAsync() => _installation.DisposeAsync();

    [Fact]
    public async Task No_page_and_no_mail_lets_any_of_it_run()
    {
        Assert.True(Payloads.All.Count >= 200);
        var kinds = new Dictionary<string, int>();
        await MailsAsync();
        // Also where no policy would refuse a script.
        var (gift, id, project, update) = await SecretsAsync();
        await CrawlAsync(null, kinds, bypassPolicy: true, [.. await OfMealsAsync(), $"/gifts/{gift}", "/", "/projects", "/sign-in", "/my/link", $"/invitations/{HostileRows.Invitation}", $"/follow/{HostileRows.Follow}", $"/mail-choices/{HostileRows.Choices}"]);
        await CrawlAsync(DemoPeople.Owner, kinds, false, "/workspace", "/account", "/account/again", "/my", $"/workspace/projects/{project}/givers/thank", $"/workspace/projects/{HostileRows.Draft}/delete", update, "/", $"/invitations/{HostileRows.Invitation}");
        var kitchen = $"/workspace/organisations/{HostileRows.Kitchen}/kitchen";
        await CrawlAsync(DemoPeople.Restaurant, kinds, false, kitchen, $"{kitchen}/sheets/1", $"{kitchen}/sheets/1/paper");
        await CrawlAsync(DemoPeople.Moderator, kinds, false, "/moderation", "/account", "/my");
        await CrawlAsync(DemoPeople.Administrator, kinds, false, "/administration", $"/administration/gifts/{id}", "/account");
        var missing = Pages().Where(route => !kinds.Keys.Any(seen => IsOf(route, seen))).ToList();
        Assert.True(missing.Count == 0, $"No link led to pages of these kinds, so nobody looked at them:\n{string.Join('\n', missing)}\nSeen:\n{string.Join('\n', kinds.Keys.Order())}");
    }

    /// <summary>Of a gift with words, and of a project of the demo's owner, with the page that publishes one of its drafts.</summary>
    private async Task<(string Token, Guid Id, string Project, string Publish)> SecretsAsync()
    {
        await using var db = _installation.Database();
        var gift = await db.Donations.Where(d => d.PaidAt != null && d.Message != null).OrderBy(d => d.Id).Select(d => new { d.Token, d.Id }).FirstAsync();
        var project = await db.Memberships.Where(m => m.Person.Email == DemoPeople.Owner.Email).SelectMany(m => db.Projects.Where(p => p.OrganisationId == m.OrganisationId)).Select(p => p.Slug).FirstAsync();
        var draft = await db.Updates.Where(u => u.Status == UpdateStatus.Draft && db.Memberships.Any(m => m.Person.Email == DemoPeople.Owner.Email && m.OrganisationId == u.Project.OrganisationId)).Select(u => new { u.Id, u.Project.Slug }).FirstAsync();
        return (gift.Token, gift.Id, project, $"/workspace/projects/{draft.Slug}/updates/{draft.Id}/publish");
    }

    /// <summary>Pages that mails alone lead to: of a gift of meals that wait, of a delivery that a ward answered, and of the waiting list.</summary>
    private async Task<string[]> OfMealsAsync()
    {
        await using var db = _installation.Database();
        var gift = await db.MealVouchers.Where(v => v.Status == VoucherStatus.Funded && v.Donation.Status == DonationStatus.Paid).OrderBy(v => v.Id).Select(v => v.Donation.Token).FirstAsync();
        var delivery = await db.MealDeliveries.Where(d => d.Status == DeliveryStatus.Shortage && db.MealThanks.Any(t => t.DeliveryId == d.Id)).OrderBy(d => d.Id).Select(d => d.Token).FirstAsync();
        return ["/campaigns/a-hostile-programme/waiting", $"/waiting/{HostileRows.Waiting}", $"/waiting/{HostileRows.Waiting}/leave", $"/gifts/{gift}/vouchers", $"/gifts/{gift}/refund", $"/deliveries/{delivery}"];
    }

    private async Task CrawlAsync(DemoPerson? person, Dictionary<string, int> kinds, bool bypassPolicy, params string[] from)
    {
        await using var context = await _installation.Browser.NewContextAsync(new() { BaseURL = _installation.Site.ToString(), Locale = "en-GB", BypassCSP = bypassPolicy });
        var watch = new Watch(context, _installation.Site);
        await watch.BeginAsync();
        var page = await context.NewPageAsync();
        if (person is not null)
            await person.SignInAsync(page);
        var crawl = new Crawl(page, _installation.Site, watch, PagesOfAKind);
        await crawl.FromAsync(from);
        foreach (var (kind, count) in crawl.Kinds)
            kinds[kind] = kinds.GetValueOrDefault(kind) + count;
        if (person is null)
        {
            await SinglyAsync(page, watch);
            await FeedAsync(page, watch);
        }

        if (person == DemoPeople.Owner)
            await PreviewAsync(page, watch, crawl.Paths.First(p => p.StartsWith("/workspace/", StringComparison.Ordinal) && p.Contains("/story", StringComparison.Ordinal)));

        AssertNothing(watch);
    }

    /// <summary>Each payload as an update of its own; then all of them together, touched wherever they can be.</summary>
    private async Task SinglyAsync(IPage page, Watch watch)
    {
        await using var db = _installation.Database();
        var paths = await db.Updates.Where(u => u.PublishedAt != null).OrderBy(u => u.Number).Select(u => $"/projects/{u.Project.Slug}/updates/{u.Number}").ToListAsync();
        Assert.True(paths.Count > Payloads.All.Count);
        foreach (var path in paths)
        {
            await page.GotoAsync(path);
            await watch.LookAsync(page);
        }

        await page.GotoAsync(paths[0]);
        await page.EvaluateAsync("""
            () => {
              for (const e of document.querySelectorAll('main *')) {
                for (const kind of ['mouseover', 'mouseenter', 'pointerenter', 'focus', 'focusin', 'animationstart', 'toggle'])
                  e.dispatchEvent(new Event(kind, { bubbles: true }));
                if (!e.closest('a[href^="http"], a[href^="/"], a[href^="mailto:"], form')) e.click();
                e.focus?.();
              }
            }
            """);
        foreach (var link in await page.Locator(".story a").AllAsync())
        {
            await link.FocusAsync();
            await link.HoverAsync();
        }

        await watch.LookAsync(page);
    }

    /// <summary>What is shown while somebody types comes into the page by a script.</summary>
    private static async Task PreviewAsync(IPage page, Watch watch, string story)
    {
        await page.GotoAsync(story);
        await page.Locator("#story").FillAsync(Payloads.Text);
        await Assertions.Expect(page.Locator("#shown p").First).ToBeVisibleAsync();
        await watch.LookAsync(page);
    }

    private async Task FeedAsync(IPage page, Watch watch)
    {
        await using var db = _installation.Database();
        var slugs = await db.Updates.Shown().Select(u => u.Project.Slug).Distinct().ToListAsync();
        Assert.NotEmpty(slugs);
        foreach (var slug in slugs)
        {
            var answer = await page.Context.APIRequest.GetAsync(new Uri(_installation.Site, $"/projects/{slug}/updates.atom").ToString());
            var text = await answer.TextAsync();
            Assert.True(answer.Status == 200, $"The feed of {slug}: {answer.Status} {text}");
            var contents = XDocument.Parse(text).Descendants().Where(e => e.Name.LocalName == "content").ToList();
            Assert.NotEmpty(contents);
            await watch.LookAsync(page, $"the feed of {slug}", string.Concat(contents.Select(c => $"<article>{c.Value}</article>")));
        }
    }

    /// <summary>In the mailbox, in their frame, and alone as a mail program would show them.</summary>
    private async Task MailsAsync()
    {
        await using (var db = _installation.Database())
        {
            await Patience.UntilAsync("every kind of letter, an update and a thanks are sent", async () =>
                Directory.Exists(_installation.Mailbox) && new[] { "update-*", "thanks-*" }.All(kind => Directory.EnumerateFiles(_installation.Mailbox, kind).Any())
                && !await db.Outbox.AnyAsync(m => m.Kind == OutboxKinds.Letter && m.Attempts == 0 && m.State != MessageState.Done));
            var failed = await db.Outbox.AsNoTracking().Where(m => m.Kind == OutboxKinds.Letter && m.LastError != null && m.Attempts < 9).ToListAsync();
            Assert.True(failed.Count == 0, string.Join('\n', failed.Select(m => $"{m.Kind}: {m.LastError}")));
        }

        await using var context = await _installation.Browser.NewContextAsync(new() { BaseURL = _installation.Site.ToString(), Locale = "en-GB" });
        var watch = new Watch(context, _installation.Site);
        await watch.BeginAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync("/dev/mailbox");
        await watch.LookAsync(page);
        var files = Directory.GetFiles(_installation.Mailbox, "*.eml").Select(f => Path.GetFileName(f)).GroupBy(f => f.Split('-')[0]).ToList();
        Assert.True(files.Count >= 3, $"Only mails of the kinds {string.Join(", ", files.Select(g => g.Key))}.");
        foreach (var file in files.SelectMany(kind => kind.Take(kind.Key == "letter" ? int.MaxValue : PagesOfAKind)))
        {
            await page.GotoAsync($"/dev/mailbox/{file}");
            await watch.LookAsync(page);
            var alone = await context.APIRequest.GetAsync(new Uri(_installation.Site, $"/dev/mailbox/{file}?handler=Html").ToString());
            await watch.LookAsync(page, file, await alone.TextAsync());
        }

        AssertNothing(watch);
    }

    private static void AssertNothing(Watch watch) =>
        Assert.True(watch.Noticed.Count == 0, $"{watch.Noticed.Count} noticed, among them:\n{string.Join('\n', watch.Noticed.Distinct().Take(40))}");

    /// <summary>Every page of the site that may show words, from the table of who may open what.</summary>
    private static IEnumerable<string> Pages() =>
        File.ReadLines(Sources.Folder("tests", "App.Tests", "People", "RightsTests.Every_page_and_action_for_every_role.verified.txt"))
            .Where(line => line.StartsWith("GET /", StringComparison.Ordinal)).Select(line => line[4..line.IndexOf(':', line.LastIndexOf('}') + 1)])
            .Where(route => !Elsewhere().IsMatch(route)).Distinct();

    /// <summary>Whether what was seen is a page of that route.</summary>
    private static bool IsOf(string route, string seen) =>
        Regex.IsMatch(seen, $"^{string.Join("[^/]+", Parameter().Split(route).Select(Regex.Escape))}$");

    // Files and interfaces, what is shown once after a step, and pages that say nothing of anybody's.
    [GeneratedRegex(@"^/(api|dev|errors|health|language|openapi|pictures|receipts|robots|sitemap|account/(confirm|email/agree)|sign-(in/(new-password|second-factor|kept)|up/sent)|my/(erased|export|receipts|guest)|unsubscribe|sign-out$|workspace/organisations/[^/]+/money/again)|[./](csv|atom|zip|xml|pdf|txt)$")]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
