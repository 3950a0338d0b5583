using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Solidarity.App.Tests.Account;
using Solidarity.App.Tests.Site;
using Solidarity.App.Tests.Updates;
using Solidarity.Domain.Donations;
using Solidarity.Jobs.Engine;
using Solidarity.Jobs.Ledger;

namespace Solidarity.App.Tests.Watching;

/// <summary>What people do on the site, with words that can be recognised wherever they turn up.</summary>
public sealed class Journey(WatchedSite site)
{
    private const string Name = "Wilhelmina Zonnebloem";
    private const string Words = "For grandmother Hendrika's soup";
    private const string Password = "a purple lighthouse hums";
    private const string MadeUp = "Zq7zzMadeUpSecretOfALink_27";

    private readonly string _mail = $"wilhelmina.{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}@zonnebloem.example";

    /// <summary>None of this may be in a log, a span or a figure.</summary>
    public List<string> Personal { get; } = ["Wilhelmina", "Zonnebloem", "Hendrika", Password, MadeUp];

    public static async Task<Journey> PlayAsync(WatchedSite site)
    {
        var journey = new Journey(site);
        journey.Personal.Add(journey._mail);
        await journey.GiveAsync();
        await journey.SignUpAndInAsync();
        await journey.FollowAsync();
        await journey.BeRefusedAsync();
        await journey.FailAsync();
        await journey.VerifyAsync();
        await site.UntilQuietAsync();
        return journey;
    }

    private async Task GiveAsync()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using var browser = site.Browse();
        var sent = await browser.SendAsync(await browser.GoAsync(campaign.Give + "?amount=25"), ("email", _mail), ("name", Name), ("message", Words), ("tip", "2"), ("preview", null));
        Assert.Equal(303, (int)sent.Status);
        var gift = Assert.Single(await site.DonationsOfAsync(campaign));
        Personal.Add(gift.Token);
        await site.Stripe.PayAsync(sent.Next!, Cards.Declined);
        await SiteFixture.EventuallyAsync(async () => (await site.DonationAsync(gift.Token)).Moves.Count > 1, "the card is declined");
        await site.Stripe.PayAsync(sent.Next!, Cards.Pays);
        await site.UntilAsync(gift.Token, DonationStatus.Paid);
        var receipt = await site.InDbAsync(db => db.Receipts.Where(r => r.DonationId == gift.Id).Select(r => r.Token).SingleAsync());
        Personal.Add(receipt);
        await site.MailToAsync(_mail);
        Assert.Equal(HttpStatusCode.OK, (await browser.GoAsync($"/gifts/{gift.Token}")).Status);
        await browser.BytesAsync($"/api/v1/gifts/{gift.Token}");
        await browser.BytesAsync($"/receipts/{receipt}.pdf");
        await browser.GoAsync($"/gifts/{gift.Token}/refund");
        using var http = new HttpClient();
        using var made = await http.PostAsJsonAsync(new Uri(site.Address, $"/api/v1/campaigns/{campaign.Slug}/donations"), new { amount = 1500, currency = "EUR", email = _mail, name = Name, message = Words });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        Personal.AddRange((await site.DonationsOfAsync(campaign)).Select(d => d.Token).Where(t => !Personal.Contains(t)));
    }

    private async Task SignUpAndInAsync()
    {
        var address = "account-" + _mail;
        using var browser = site.Browse();
        await browser.SignUpAsync(address, Password, Name);
        var link = Accounts.LinkIn((await site.MailsAsync(address))[0]);
        Personal.Add(link[(link.IndexOf('=', StringComparison.Ordinal) + 1)..].Split('&')[0]);
        var page = await browser.GoAsync(link);
        await browser.SendAsync(page, ("password", Password));
        using var other = site.Browse();
        await other.SignInAsync(address, Password + " wrongly");
        await other.SignInAsync(address, Password);
    }

    private async Task FollowAsync()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        await site.FollowAsync(campaign, "follows-" + _mail);
        Personal.AddRange(await site.InDbAsync(db => db.MailChoices.Where(c => c.Email == "follows-" + _mail).Select(c => c.Token).ToListAsync()));
    }

    /// <summary>A form that is wrong, secrets that are none, an event that nobody signed.</summary>
    private async Task BeRefusedAsync()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using var browser = site.Browse();
        var sent = await browser.SendAsync(await browser.GoAsync(campaign.Give + "?amount=25"), ("email", "wilhelmina at zonnebloem"), ("name", Name), ("preview", null));
        Assert.Equal(422, (int)sent.Status);
        foreach (var path in new[] { "/gifts/", "/waiting/", "/unsubscribe/", "/follow/", "/my/guest/", "/deliveries/", "/invitations/", "/mail-choices/", "/no/such/place/" })
            Assert.InRange((int)(await browser.GoAsync(path + MadeUp)).Status, 200, 410);
        using var http = new HttpClient();
        using var body = new StringContent($$"""{"id":"evt_1","customer_email":"{{_mail}}","name":"{{Name}}"}""", Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri(site.Address, "/webhooks/stripe"), body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    /// <summary>As every night: a line of our own, and a figure.</summary>
    private async Task VerifyAsync()
    {
        var before = await RunsAsync();
        site.Services.GetRequiredService<IWakeJobs>().Wake<VerifyBooks>();
        await SiteFixture.EventuallyAsync(async () => await RunsAsync() > before, "the books are verified");

        Task<int> RunsAsync() => site.InDbAsync(db => db.JobRuns.CountAsync(r => r.Job == nameof(VerifyBooks)));
    }

    /// <summary>A mistake in our own code that quotes an address.</summary>
    private async Task FailAsync()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using var browser = site.Browse();
        var form = await browser.GoAsync(campaign.Give + "?amount=25");
        site.Words.Quoting = _mail;
        try
        {
            Assert.Equal(500, (int)(await browser.SendAsync(form, ("email", _mail), ("name", Name), ("tip", "2"), ("preview", null))).Status);
        }
        finally
        {
            site.Words.Quoting = null;
        }
    }
}
