using System.Net;
using Microsoft.EntityFrameworkCore;
using Solidarity.App.Tests.People;
using Solidarity.App.Tests.Site;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.People;

namespace Solidarity.App.Tests.Account;

/// <summary>Tries to send every form of the site in somebody's name from elsewhere: without the form's token, and with one that another browser got.</summary>
[Collection(SiteTests.Name)]
public sealed class CsrfTests(SiteFixture site)
{
    /// <summary>What a mail program sends for its reader, who has no cookie here (RFC 8058); the address itself is the secret.</summary>
    private static readonly string[] OneClick = ["unsubscribe/{token}", "waiting/{token}/leave"];

    [Fact]
    public async Task No_form_is_taken_without_its_own_token()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        var person = await site.MakeMemberAsync(campaign, OrganisationRole.Owner);
        await site.InDbAsync(db => db.People.Where(p => p.Id == person.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.PlatformRole, PlatformRole.Administrator)));
        using var victim = await site.BrowseAsAsync(person);
        using var stranger = site.Browse();
        var foreign = (await stranger.GoAsync("/sign-in")).Value("__RequestVerificationToken");
        Assert.NotEmpty(foreign);
        await site.UntilQuietAsync();
        var before = await StateAsync();
        var forms = RightsTable.Of(site).Where(a => HttpMethod.Post.Method == a.Method && !a.Route.StartsWith("api/", StringComparison.Ordinal) && !a.Route.StartsWith("webhooks/", StringComparison.Ordinal) && !OneClick.Contains(a.Route)).ToList();
        Assert.True(forms.Count > 10);
        foreach (var form in forms)
        {
            foreach (var token in new[] { null, foreign })
            {
                KeyValuePair<string, string>[] fields = [new("name", "x"), new("email", "x@example.org"), new("password", Accounts.Password), new("code", "000000"), .. token is null ? Array.Empty<KeyValuePair<string, string>>() : [new("__RequestVerificationToken", token)]];
                var answer = await victim.PostAsync(RightsTests.Fill(form.Route, campaign), fields);
                Assert.True(answer.Status == HttpStatusCode.BadRequest, $"{form} answered {answer.Status} {(token is null ? "without a token" : "to a foreign token")}.");
            }
        }

        Assert.Equal(before, await StateAsync());
        Assert.True(await victim.IsSignedInAsync());
    }

    private Task<string> StateAsync() => site.InDbAsync(async db => string.Join(' ',
        await db.People.CountAsync(), await db.SignUps.CountAsync(), await db.Letters.CountAsync(), await db.SignIns.CountAsync(), await db.Trail.CountAsync(), await db.Attempts.CountAsync(),
        await db.Sessions.CountAsync(s => s.EndedAt == null), await db.EmailChanges.CountAsync(), await db.Donations.CountAsync(), await db.Memberships.CountAsync(),
        string.Join(' ', await db.People.OrderBy(p => p.Id).Select(p => p.ConcurrencyStamp + p.Name).ToListAsync())));
}
