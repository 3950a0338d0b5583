using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Solidarity.App.Tests.Account;
using Solidarity.App.Tests.Site;
using Solidarity.Domain;
using Solidarity.Domain.Letters;
using Solidarity.Domain.People;
using Solidarity.Web.Pages.Administration;

namespace Solidarity.App.Tests.Administration;

[Collection(SiteTests.Name)]
public sealed class PeopleTests(SiteFixture site)
{
    [Fact]
    public async Task Somebody_is_found_by_name_and_by_address_and_signs_are_taken_as_they_are()
    {
        using var browser = await AdministratorAsync();
        var person = await site.MakePersonAsync();
        Assert.Contains(person.Email!, (await browser.GoAsync($"/administration/people?q={person.Email![..12]}")).Main, StringComparison.Ordinal);
        Assert.Contains(person.Email!, (await browser.GoAsync($"/administration/people?q={Uri.EscapeDataString(person.Name)}")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain(person.Email!, (await browser.GoAsync("/administration/people?q=%25%25_")).Main, StringComparison.Ordinal);
        Assert.Contains(person.Email!, (await browser.GoAsync($"/administration/people?before={person.NormalizedEmail![..^1]}")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_act_asks_for_a_reason_and_changes_nothing_without()
    {
        using var browser = await AdministratorAsync();
        var person = await site.MakePersonAsync();
        var path = $"/administration/people/{person.Id}";
        foreach (var act in Enum.GetNames<PersonAct>())
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SendAsync(await browser.GoAsync(path), ("act", act), ("Reason", " "))).Status);
        Assert.Empty(await TrailOfAsync(person));
    }

    [Theory]
    [InlineData(PersonAct.MakeModerator, "ModeratorMade")]
    [InlineData(PersonAct.MakeAdministrator, "AdministratorMade")]
    [InlineData(PersonAct.EndSessions, "SessionsEnded")]
    [InlineData(PersonAct.SendLink, "PasswordLinkSent")]
    [InlineData(PersonAct.Close, "AccountClosed")]
    public async Task What_is_done_is_in_the_trail_with_its_reason(PersonAct act, string noted)
    {
        using var browser = await AdministratorAsync();
        var person = await site.MakePersonAsync();
        using var theirs = await site.BrowseAsAsync(person);
        var page = await DoAsync(browser, person, act);
        Assert.Equal(HttpStatusCode.Found, page.Status);
        Assert.Equal([noted], await TrailOfAsync(person));
        Assert.Contains("They asked for it.", (await browser.GoAsync("/administration/trail")).Main, StringComparison.Ordinal);
        var ended = act is PersonAct.EndSessions or PersonAct.Close;
        Assert.Equal(ended ? HttpStatusCode.Found : HttpStatusCode.OK, (await theirs.GoAsync("/workspace")).Status);
        if (act == PersonAct.SendLink)
            Assert.DoesNotContain("new-password", page.Html.ToString() + (await browser.GoAsync($"/administration/people/{person.Id}")).Html.Source.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closed_and_opened_again_locked_and_let_in_made_and_unmade()
    {
        using var browser = await AdministratorAsync();
        var person = await site.MakePersonAsync();
        await DoAsync(browser, person, PersonAct.Close);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await DoAsync(browser, person, PersonAct.Close)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await DoAsync(browser, person, PersonAct.MakeModerator)).Status);
        await DoAsync(browser, person, PersonAct.Reopen);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await DoAsync(browser, person, PersonAct.LiftLockout)).Status);
        await site.InDbAsync(db => db.People.Where(p => p.Id == person.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.AccessFailedCount, 8)));
        await DoAsync(browser, person, PersonAct.LiftLockout);
        await DoAsync(browser, person, PersonAct.MakeModerator);
        await DoAsync(browser, person, PersonAct.TakeRole);
        Assert.Equal(["AccountClosed", "AccountReopened", "LockoutLifted", "ModeratorMade", "RoleTakenBack"], await TrailOfAsync(person));
    }

    [Fact]
    public async Task Nobody_changes_their_own_role_or_closes_their_own_account()
    {
        var administrator = await site.MakePersonAsync(PlatformRole.Administrator);
        using var browser = await site.BrowseAsAsync(administrator);
        foreach (var act in new[] { PersonAct.TakeRole, PersonAct.MakeModerator, PersonAct.Close })
        {
            var page = await DoAsync(browser, administrator, act);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
            Assert.Contains(Words.Of("en", Reason.OwnAccount), page.Main, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_lost_every_factor_gets_back_in_by_letter_and_sets_one_up_anew()
    {
        var person = await site.MakeAccountAsync(PlatformRole.Moderator);
        await site.GiveFactorAsync(person);
        using var browser = await AdministratorAsync();
        using var theirs = await site.BrowseAsAsync(person);
        Assert.Equal(HttpStatusCode.OK, (await theirs.GoAsync("/moderation")).Status);
        Assert.Equal(HttpStatusCode.Found, (await DoAsync(browser, person, PersonAct.TakeFactors)).Status);
        Assert.Equal(["FactorsTakenAway"], await TrailOfAsync(person));
        Assert.Equal(LetterKind.FactorsTakenAway, Assert.Single(await site.LettersAsync(person)).Kind);
        Assert.False(await theirs.IsSignedInAsync());
        // Who knew the password alone is no nearer.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await theirs.SignInAsync(person.Email!)).Status);

        await theirs.SendAsync(await theirs.GoAsync("/sign-in/forgotten"), ("email", person.Email));
        var link = Accounts.LinkIn((await site.MailsAsync(person.Email!, 2)).First(m => m.Text.Contains("/sign-in/new-password", StringComparison.Ordinal)));
        await theirs.SendAsync(await theirs.GoAsync(link), ("password", "another quiet kettle"));
        Assert.Equal("/account", (await theirs.SignInAsync(person.Email!, "another quiet kettle")).Next!.AbsolutePath);
        Assert.Equal("/account/second-factor", (await theirs.GoAsync("/moderation")).Next!.AbsolutePath);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await DoAsync(browser, person, PersonAct.TakeFactors)).Status);
    }

    [Fact]
    public async Task A_lost_passkey_goes_and_nobody_takes_their_own_factors_here()
    {
        var person = await site.MakePersonAsync(PlatformRole.Administrator);
        await site.InDbAsync(async db =>
        {
            db.Add(new IdentityUserPasskey<Guid> { UserId = person.Id, CredentialId = person.Id.ToByteArray(), Data = new() { PublicKey = [1], Transports = [], AttestationObject = [1], ClientDataJson = [1] } });
            return await db.SaveChangesAsync();
        });
        using var own = await site.BrowseAsAsync(person);
        Assert.Contains(Words.Of("en", Reason.OwnAccount), (await DoAsync(own, person, PersonAct.TakeFactors)).Main, StringComparison.Ordinal);
        using var browser = await AdministratorAsync();
        var page = await browser.GoAsync($"/administration/people/{person.Id}");
        Assert.NotNull(page.Html.QuerySelector($"button[value={PersonAct.TakeFactors}]"));
        Assert.Equal(HttpStatusCode.Found, (await DoAsync(browser, person, PersonAct.TakeFactors)).Status);
        Assert.False(await site.InDbAsync(db => db.Set<IdentityUserPasskey<Guid>>().AnyAsync(p => p.UserId == person.Id)));
    }

    [Fact]
    public async Task Whose_role_changes_or_whose_account_is_closed_reads_it_in_their_language()
    {
        var person = await site.MakePersonAsync(language: "de");
        using var browser = await AdministratorAsync();
        await DoAsync(browser, person, PersonAct.MakeModerator);
        await DoAsync(browser, person, PersonAct.TakeRole);
        await DoAsync(browser, person, PersonAct.Close);
        Assert.Equal([LetterKind.PlatformRoleChanged, LetterKind.PlatformRoleChanged, LetterKind.AccountClosed], (await site.LettersAsync(person)).Select(l => l.Kind));
        var mails = await site.MailsAsync(person.Email!, 3);
        Assert.Contains(mails, m => m.Text.Contains("jetzt: Moderation.", StringComparison.Ordinal));
        Assert.Contains(mails, m => m.Text.Contains("jetzt: keine besondere Rolle.", StringComparison.Ordinal));
        Assert.Contains(mails, m => m.Text.Contains("hat Ihr Konto geschlossen", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Strangers_and_moderators_learn_nothing()
    {
        using var stranger = site.Browse();
        using var moderator = await site.BrowseAsAsync(await site.MakePersonAsync(PlatformRole.Moderator));
        using var person = await site.BrowseAsAsync(await site.MakePersonAsync());
        Assert.Equal(HttpStatusCode.Found, (await stranger.GoAsync("/administration")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await person.GoAsync("/administration")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await moderator.GoAsync("/administration")).Status);
    }

    private async Task<Browser> AdministratorAsync() => await site.BrowseAsAsync(await site.MakePersonAsync(PlatformRole.Administrator));

    private static async Task<Page> DoAsync(Browser browser, Person person, PersonAct act) =>
        await browser.SendAsync(await browser.GoAsync($"/administration/people/{person.Id}"), ("act", act.ToString()), ("Reason", "They asked for it."));

    private Task<List<string>> TrailOfAsync(Person person) => site.InDbAsync(db => db.Trail.Where(t => t.SubjectId == person.Id).OrderBy(t => t.Id).Select(t => t.Act).ToListAsync());
}
