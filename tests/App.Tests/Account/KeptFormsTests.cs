using System.Net;
using Microsoft.EntityFrameworkCore;
using Solidarity.App.Tests.Site;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.People;

namespace Solidarity.App.Tests.Account;

/// <summary>A form that is sent after the session has ended loses nothing.</summary>
[Collection(SiteTests.Name)]
public sealed class KeptFormsTests(SiteFixture site)
{
    [Fact]
    public async Task What_was_typed_is_shown_again_after_signing_in_and_saved_by_a_click_alone()
    {
        var (campaign, writer, address) = await MakeAsync();
        using var browser = await site.BrowseAsAsync(writer);
        var form = await browser.GoAsync(address);
        await EndSessionsAsync(writer);

        var asked = await FollowAsync(browser, form, ("title", "Soup & more"), ("body", "A <long> evening's work."), ("audience", "Givers"));
        Assert.Equal("Sign in again", asked.Heading);
        Assert.Contains("What you typed is kept", asked.Main);
        var wrong = await browser.SendFormAsync(asked, "form[action='/sign-in']", ("email", writer.Email), ("password", "not this one at all"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        var back = await FollowAsync(browser, wrong, "form[action='/sign-in']", ("email", writer.Email), ("password", Accounts.Password));
        Assert.Equal("You are signed in again", back.Heading);
        Assert.False(await site.InDbAsync(db => db.Updates.AnyAsync(u => u.Title == "Soup & more")));

        var again = await browser.SendAsync(back);
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Contains("not saved yet", again.Main);
        Assert.Equal(("Soup & more", "A <long> evening's work.", "Givers"), (again.Value("title"), again.Value("body"), again.Value("audience")));
        Assert.False(await site.InDbAsync(db => db.Updates.AnyAsync(u => u.Title == "Soup & more")));

        Assert.Equal(HttpStatusCode.Found, (await browser.SendAsync(again)).Status);
        Assert.True(await site.InDbAsync(db => db.Updates.AnyAsync(u => u.Title == "Soup & more" && u.Project.Campaigns.Any(c => c.Id == campaign.Id))));
    }

    [Fact]
    public async Task It_goes_through_the_second_factor_too_and_rows_of_a_list_come_back()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        var owner = await site.MakeMemberAsync(campaign, OrganisationRole.Owner);
        await site.ChangeAsync(owner, (people, known) => people.AddPasswordAsync(known, Accounts.Password));
        var key = await site.GiveFactorAsync(owner);
        var project = campaign.Slug;
        using var browser = await site.BrowseAsAsync(owner);
        var form = await browser.GoAsync($"/workspace/projects/{project}/campaigns/new");
        await EndSessionsAsync(owner);

        var asked = await FollowAsync(browser, form, ("title", "A roof"), ("need1title", "Tiles"), ("need1amount", "300"), ("need4title", "A ladder"));
        var code = await FollowAsync(browser, asked, "form[action='/sign-in']", ("email", owner.Email), ("password", Accounts.Password));
        Assert.Equal("/sign-in/second-factor", code.Address.AbsolutePath);
        var back = await FollowAsync(browser, code, "form[action='/sign-in/second-factor']", ("code", Accounts.Code(key)));
        var again = await browser.SendAsync(back);
        Assert.Equal(("A roof", "Tiles", "300", "A ladder"), (again.Value("title"), again.Value("need1title"), again.Value("need1amount"), again.Value("need4title")));
    }

    [Fact]
    public async Task It_is_given_back_to_its_own_address_alone_and_nothing_that_comes_from_elsewhere_is_kept()
    {
        var (_, writer, address) = await MakeAsync();
        using var browser = await site.BrowseAsAsync(writer);
        var form = await browser.GoAsync(address);
        var strange = await browser.PostAsync("/sign-in/kept?to=/account", [KeyValuePair.Create("name", "Mallory")]);
        Assert.Equal(HttpStatusCode.BadRequest, strange.Status);
        await EndSessionsAsync(writer);
        Assert.Equal("/sign-in", (await browser.SendAsync(form, ("title", "No origin"))).Next!.AbsolutePath);

        var asked = await FollowAsync(browser, form, ("title", "Mine alone"));
        Assert.DoesNotContain("Mine alone", asked.Html.DocumentElement.OuterHtml);
        var back = await FollowAsync(browser, asked, "form[action='/sign-in']", ("email", writer.Email), ("password", Accounts.Password));
        var elsewhere = await browser.PostAsync("/account", [KeyValuePair.Create("kept", back.Value("kept")), KeyValuePair.Create("__RequestVerificationToken", back.Value("__RequestVerificationToken"))]);
        Assert.DoesNotContain("not saved yet", elsewhere.Main);
    }

    [Fact]
    public async Task The_button_back_does_nothing_where_what_was_kept_is_too_old()
    {
        var (_, writer, _) = await MakeAsync();
        using var browser = await site.BrowseAsAsync(writer);
        var form = await browser.GoAsync("/account");
        var page = await browser.SendAsync(form, ("name", "Somebody Else"), ("kept", "no longer readable"));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(writer.Name, await site.InDbAsync(db => db.People.Where(p => p.Id == writer.Id).Select(p => p.Name).SingleAsync()));
    }

    [Fact]
    public async Task What_is_no_form_is_refused()
    {
        using var browser = site.Browse();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(site.Address, "/sign-in/kept")) { Content = new StringContent("x") };
        request.Headers.Add("Origin", site.Address.GetLeftPart(UriPartial.Authority));
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.AskAsync(request)).Status);
    }

    private async Task<(DemoCampaign Campaign, Person Writer, string Address)> MakeAsync()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        var writer = await site.MakeMemberAsync(campaign, OrganisationRole.Owner);
        await site.ChangeAsync(writer, (people, known) => people.AddPasswordAsync(known, Accounts.Password));
        var project = campaign.Slug;
        return (campaign, writer, $"/workspace/projects/{project}/updates/new");
    }

    private Task EndSessionsAsync(Person person) => site.InDbAsync(db => db.Sessions.Where(s => s.PersonId == person.Id)
        .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, TimeProvider.System.GetUtcNow())));

    private Task<Page> FollowAsync(Browser browser, Page page, params (string Name, string? Value)[] filled) => FollowAsync(browser, page, "form[method=post]", filled);

    /// <summary>As a browser does: with the form's origin, and the same form again where the answer is 307.</summary>
    private async Task<Page> FollowAsync(Browser browser, Page page, string form, params (string Name, string? Value)[] filled)
    {
        var fields = page.Html.QuerySelectorAll($"{form} [name]").Where(e => e.LocalName != "button" && filled.All(f => f.Name != e.GetAttribute("name")))
            .Select(e => KeyValuePair.Create(e.GetAttribute("name")!, page.Value(e.GetAttribute("name")!))).Concat(filled.Select(f => KeyValuePair.Create(f.Name, f.Value!))).ToList();
        var to = new Uri(page.Address, page.Html.QuerySelector(form)!.GetAttribute("action") ?? "");
        for (var i = 0; ; i++)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, to) { Content = new FormUrlEncodedContent(fields) };
            request.Headers.Add("Origin", site.Address.GetLeftPart(UriPartial.Authority));
            var answer = await browser.AskAsync(request);
            if (answer.Status != HttpStatusCode.TemporaryRedirect || i > 3)
                return answer;
            to = answer.Next!;
        }
    }
}
