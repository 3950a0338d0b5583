using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Solidarity.App.Tests.Site;
using Solidarity.Domain;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.Updates;
using Solidarity.Jobs.Mail;

namespace Solidarity.App.Tests.Updates;

/// <summary>What the tests of updates do again and again, as people do it: by the pages.</summary>
internal static class Telling
{
    public static string NewAddress() => $"{UnguessableToken.Create().ToLowerInvariant().Replace('_', 'x').Replace('-', 'x')}@example.org";

    /// <summary>Asks, opens the letter and says yes.</summary>
    public static async Task FollowAsync(this SiteFixture site, DemoCampaign campaign, string address, string language = "en")
    {
        using var browser = site.Browse(language);
        var before = site.MailsTo(address).Count;
        var form = await browser.GoAsync($"/projects/{campaign.Slug}/follow");
        var sent = await browser.SendAsync(form, ("email", address));
        Assert.Equal(302, (int)sent.Status);
        await SiteFixture.EventuallyAsync(() => Task.FromResult(site.MailsTo(address).Count > before), $"a letter to {address}");
        var letter = site.MailsTo(address)[^1];
        var page = await browser.GoAsync(LinkIn(letter, "/follow/"));
        Assert.Equal(302, (int)(await browser.SendAsync(page)).Status);
    }

    public static async Task<Browser> EditorAsync(this SiteFixture site, DemoCampaign campaign, OrganisationRole role = OrganisationRole.Editor) =>
        await site.BrowseAsAsync(await site.MakeMemberAsync(campaign, role));

    /// <summary>Writes an update.</summary>
    /// <returns>Its page in the workspace.</returns>
    public static async Task<string> WriteAsync(this Browser editor, DemoCampaign campaign, string title, string body = "We **cooked**.", UpdateAudience audience = UpdateAudience.Everyone)
    {
        var form = await editor.GoAsync($"/workspace/projects/{campaign.Slug}/updates/new");
        var saved = await editor.SendAsync(form, ("title", title), ("body", body), ("audience", audience.ToString()), ("preview", null));
        Assert.Equal(302, (int)saved.Status);
        return saved.Next!.AbsolutePath;
    }

    public static async Task PublishAsync(this Browser editor, string update, string when = "now", string? at = null)
    {
        var form = await editor.GoAsync(update + "/publish");
        Assert.Equal(302, (int)(await editor.SendAsync(form, ("when", when), ("at", at))).Status);
    }

    /// <summary>The newest mail to that address, once it is there.</summary>
    public static async Task<MailboxMail> MailToAsync(this SiteFixture site, string address, string part = "")
    {
        MailboxMail? found = null;
        await SiteFixture.EventuallyAsync(() => Task.FromResult((found = site.MailsTo(address).LastOrDefault(m => m.Text.Contains(part, StringComparison.Ordinal))) is not null), $"a mail to {address}");
        return found!;
    }

    public static List<MailboxMail> MailsTo(this SiteFixture site, string address)
    {
        var mailbox = site.Services.GetRequiredService<MailboxReader>();
        return [.. mailbox.List(5000).Where(e => e.To.Contains(address, StringComparison.OrdinalIgnoreCase)).Reverse().Select(e => mailbox.Read(e.File)!)];
    }

    /// <summary>The path of the link that begins so.</summary>
    public static string LinkIn(MailboxMail mail, string beginning) =>
        new Uri(mail.Text.Split('\n').First(l => l.Contains(beginning, StringComparison.Ordinal) && l.StartsWith("http", StringComparison.Ordinal)).Trim()).PathAndQuery;

    public static string Header(this MailboxMail mail, string name) => mail.Headers.First(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>A gift, paid.</summary>
    public static async Task<Donation> GiveAsync(this SiteFixture site, DemoCampaign campaign, string address, bool updates, string name = "Ann", bool hideOwner = false)
    {
        using var browser = site.Browse();
        var form = await browser.GoAsync(campaign.Give + "?amount=25");
        var sent = await browser.SendAsync(form, ("email", address), ("name", name), ("updates", updates ? "true" : null), ("hideOwner", hideOwner ? "true" : null), ("preview", null));
        Assert.Equal(303, (int)sent.Status);
        var token = (await site.DonationsOfAsync(campaign)).Single(d => d.Email == address).Token;
        await site.Stripe.PayAsync(sent.Next!, Cards.Pays);
        await site.UntilAsync(token, DonationStatus.Paid);
        return await site.DonationAsync(token);
    }

    public static Task<Update> UpdateAsync(this SiteFixture site, string page) =>
        site.InDbAsync(db => db.Updates.AsNoTracking().SingleAsync(u => u.Id == Guid.Parse(page.Split('/', StringSplitOptions.RemoveEmptyEntries)[4], CultureInfo.InvariantCulture)));
}
