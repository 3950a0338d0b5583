using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Solidarity.App.Tests.Site;
using Solidarity.Domain;
using Solidarity.Domain.People;

namespace Solidarity.App.Tests.Account;

/// <summary>Opening an account, signing in, and changing what protects it.</summary>
[Collection(SiteTests.Name)]
public sealed class AccountTests(SiteFixture site)
{
    [Fact]
    public async Task An_account_leads_on_to_what_its_role_may_and_shows_an_address_that_waits()
    {
        var person = await site.MakePersonAsync(PlatformRole.Administrator);
        using var browser = await site.BrowseAsAsync(person);
        var account = await browser.GoAsync("/account");
        Assert.NotNull(account.Html.QuerySelector("main a[href='/moderation']"));
        Assert.NotNull(account.Html.QuerySelector("main a[href='/administration']"));
        Assert.Contains(person.Name, account.Words(".sections"), StringComparison.Ordinal);
        Assert.DoesNotContain(person.Name, (await browser.GoAsync("/projects")).Words(".masthead"), StringComparison.Ordinal);
        Assert.Null((await browser.GoAsync("/administration")).Html.QuerySelector(".sections [aria-current]"));

        var wanted = Accounts.NewAddress();
        await browser.SendAsync(await browser.GoAsync("/account/email"), ("email", wanted));
        account = await browser.GoAsync("/account");
        Assert.Contains(wanted, account.Main, StringComparison.Ordinal);
        await browser.PressAsync(account, "KeepEmail");
        Assert.DoesNotContain(wanted, (await browser.GoAsync("/account")).Main, StringComparison.Ordinal);
        Assert.False(await site.InDbAsync(db => db.EmailChanges.AnyAsync(c => c.PersonId == person.Id && c.EndedAt == null)));
    }

    [Fact]
    public async Task The_account_begins_with_the_letter_and_the_password_that_was_asked_for_with_it()
    {
        var email = Accounts.NewAddress();
        using var attacker = site.Browse();
        await attacker.SignUpAsync(email, "the password of a stranger");
        var prepared = Accounts.LinkIn((await site.MailsAsync(email))[0]);
        using var browser = site.Browse();
        await browser.SignUpAsync(email);
        var links = (await site.MailsAsync(email, 2)).Select(Accounts.LinkIn).ToList();
        // The stranger's letter does not open for who does not know the stranger's password.
        var wrong = await browser.SendAsync(await browser.GoAsync(prepared), ("password", Accounts.Password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        var done = await browser.SendAsync(await browser.GoAsync(links.Single(l => l != prepared)), ("password", Accounts.Password));
        Assert.Equal("/account", done.Next!.AbsolutePath);
        Assert.True(await browser.IsSignedInAsync());
        // No letter is worth anything any more.
        Assert.Equal(HttpStatusCode.Gone, (await attacker.GoAsync(prepared)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await attacker.SignInAsync(email, "the password of a stranger")).Status);
        Assert.False(await site.InDbAsync(db => db.Sessions.AnyAsync(s => s.Person.Email == email && s.Strong)));
    }

    [Fact]
    public async Task Whoever_was_invited_and_opens_an_account_comes_back_to_the_invitation_in_any_browser()
    {
        const string to = "/invitations/abc";
        var email = Accounts.NewAddress();
        using var browser = site.Browse();
        var form = await browser.GoAsync("/sign-up?to=%2Finvitations%2Fabc");
        Assert.NotNull(form.Html.QuerySelector("a[href='/sign-in?to=%2Finvitations%2Fabc']"));
        await browser.SendAsync(form, ("name", "Nele"), ("email", email), ("password", Accounts.Password));
        var link = Accounts.LinkIn((await site.MailsAsync(email))[0]);
        using var elsewhere = site.Browse();
        var done = await elsewhere.SendAsync(await elsewhere.GoAsync(link), ("password", Accounts.Password));
        Assert.Equal(to, done.Next!.PathAndQuery);
        // Who has an account already is told so by letter, and comes back after signing in.
        await browser.SendAsync(form, ("name", "Nele"), ("email", email), ("password", Accounts.Password));
        var again = Accounts.LinkIn((await site.MailsAsync(email, 2)).Single(m => m.Text.Contains("/sign-in", StringComparison.Ordinal)));
        Assert.Equal(to, (await browser.SignInAsync(email, path: again)).Next!.PathAndQuery);
    }

    [Fact]
    public async Task Without_a_password_the_letter_leads_to_a_passkey_and_then_back_to_the_invitation()
    {
        var email = Accounts.NewAddress();
        using var browser = site.Browse();
        await browser.SendAsync(await browser.GoAsync("/sign-up?to=%2Finvitations%2Fabc"), ("name", "Nele"), ("email", email), ("password", ""));
        var done = await browser.SendAsync(await browser.GoAsync(Accounts.LinkIn((await site.MailsAsync(email))[0])));
        Assert.Equal("/account/passkeys?to=%2Finvitations%2Fabc", done.Next!.PathAndQuery);
    }

    [Fact]
    public async Task Without_a_password_the_letter_leads_to_a_passkey()
    {
        var email = Accounts.NewAddress();
        using var browser = site.Browse();
        await browser.SignUpAsync(email, password: "");
        var done = await browser.SendAsync(await browser.GoAsync(Accounts.LinkIn((await site.MailsAsync(email))[0])));
        Assert.Equal("/account/passkeys", done.Next!.AbsolutePath);
        Assert.Equal(HttpStatusCode.OK, (await browser.GoAsync(done.Next)).Status);
    }

    [Theory]
    [InlineData("short", Reason.PasswordTooShort)]
    [InlineData("1234567890", Reason.PasswordCommon)]
    [InlineData("Password2026!", Reason.PasswordCommon)]
    [InlineData("QWERTYUIOP", Reason.PasswordCommon)]
    [InlineData("aaaaaaaaaaaaaa", Reason.PasswordCommon)]
    [InlineData("Nele Vermeulen", Reason.PasswordIsYou)]
    public async Task Weak_passwords_are_refused(string password, Reason reason)
    {
        using var browser = site.Browse();
        var page = await browser.SignUpAsync(Accounts.NewAddress(), password, "Nele Vermeulen");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(Words.Of("en", reason, Web.Account.PasswordRules.Shortest), page.Main, StringComparison.Ordinal);
        Assert.Equal("Nele Vermeulen", page.Value("name"));
    }

    [Fact]
    public void The_list_of_common_passwords_is_long() => Assert.True(Web.Account.CommonPasswords.Count >= 10_000);

    [Fact]
    public async Task A_code_and_a_recovery_code_count_once()
    {
        var person = await site.MakeAccountAsync();
        using var first = await site.BrowseAsAsync(person, strong: false);
        var setup = await first.GoAsync("/account/second-factor");
        var key = setup.Words("main section code").Replace(" ", "", StringComparison.Ordinal);
        Assert.NotEmpty(await first.BytesAsync("/account/second-factor?handler=Picture"));
        var on = await first.SendFormAsync(setup, "form[action='?handler=On']", ("code", Accounts.Code(key)));
        var codes = on.Html.QuerySelectorAll("main .notice code").Select(c => c.TextContent).ToList();
        Assert.Equal(10, codes.Count);
        Assert.True(await site.InDbAsync(db => db.Sessions.AnyAsync(s => s.PersonId == person.Id && s.Strong && s.EndedAt == null)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await CodeAsync(person, Accounts.Code(key))).Status);
        Assert.Equal("/account", (await CodeAsync(person, Accounts.Code(key, later: 1))).Next!.AbsolutePath);
        Assert.Equal("/account", (await CodeAsync(person, codes[0].ToLowerInvariant())).Next!.AbsolutePath);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await CodeAsync(person, codes[0])).Status);
        Assert.NotEmpty(await site.MailsAsync(person.Email!));
        Assert.DoesNotContain(codes[1], await site.InDbAsync(async db => string.Join(' ', await db.Set<Microsoft.AspNetCore.Identity.IdentityUserToken<Guid>>().Select(t => t.Value).ToListAsync())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_alone_never_makes_a_session_strong()
    {
        var person = await site.MakeAccountAsync(PlatformRole.Administrator);
        using var browser = site.Browse();
        await browser.SignInAsync(person.Email!);
        await browser.SendAsync(await browser.GoAsync("/account/again"), ("password", Accounts.Password));
        Assert.False(await site.InDbAsync(db => db.Sessions.AnyAsync(s => s.PersonId == person.Id && s.Strong)));
    }

    [Fact]
    public async Task Where_there_is_a_passkey_a_password_alone_adds_no_second_factor_and_touches_no_key()
    {
        var person = await site.MakeAccountAsync();
        var id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToByteArray();
        await site.ChangeAsync(person, (people, known) => people.AddOrUpdatePasskeyAsync(
            known, new UserPasskeyInfo(id, [1], TimeProvider.System.GetUtcNow(), 0, [], true, false, false, [1], [1]) { Name = "Mine" }));
        // As for who had looked at the key before.
        var key = "";
        await site.ChangeAsync(person, async (people, known) =>
        {
            await people.ResetAuthenticatorKeyAsync(known);
            key = (await people.GetAuthenticatorKeyAsync(known))!;
        });
        using var browser = site.Browse();
        await browser.SignInAsync(person.Email!);
        var again = await browser.GoAsync("/account/again");
        var token = KeyValuePair.Create("__RequestVerificationToken", again.Value("__RequestVerificationToken")!);

        Assert.DoesNotContain(key[..4], (await browser.GoAsync("/account/second-factor")).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GoAsync("/account/second-factor?handler=Picture")).Status);
        await browser.PostAsync("/account/second-factor?handler=On", [token, KeyValuePair.Create("code", Accounts.Code(key))]);
        foreach (var handler in new[] { "Options", "Add", "Remove" })
        {
            var answer = await browser.PostAsync($"/account/passkeys?handler={handler}", [token, KeyValuePair.Create("id", Convert.ToHexString(id))]);
            Assert.Equal("/account/second-factor", answer.Next?.AbsolutePath);
        }

        var kept = await site.FindAsync(person.Email!);
        Assert.False(kept.TwoFactorEnabled);
        Assert.False(await site.InDbAsync(db => db.Sessions.AnyAsync(s => s.PersonId == person.Id && s.Strong)));
        Assert.Equal(1, await site.InDbAsync(db => db.Set<IdentityUserPasskey<Guid>>().CountAsync(p => p.UserId == person.Id)));
    }

    [Fact]
    public async Task A_new_password_by_letter_works_once_and_ends_all_sessions()
    {
        var person = await site.MakeAccountAsync();
        using var elsewhere = await site.BrowseAsAsync(person);
        using var browser = site.Browse();
        await browser.SendAsync(await browser.GoAsync("/sign-in/forgotten"), ("email", person.Email));
        var link = Accounts.LinkIn((await site.MailsAsync(person.Email!))[0]);
        var page = await browser.GoAsync(link);
        Assert.Equal(HttpStatusCode.Found, (await browser.SendAsync(page, ("password", "another quiet kettle"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SendAsync(page, ("password", "a third quiet kettle"))).Status);
        Assert.Equal(HttpStatusCode.Gone, (await browser.GoAsync(link)).Status);
        Assert.False(await elsewhere.IsSignedInAsync());
        Assert.Equal("/account", (await browser.SignInAsync(person.Email!, "another quiet kettle")).Next!.AbsolutePath);
    }

    [Fact]
    public async Task Changing_the_password_asks_again_ends_other_sessions_and_tells_the_owner()
    {
        var person = await site.MakeAccountAsync();
        using var elsewhere = await site.BrowseAsAsync(person);
        using var browser = await site.BrowseAsAsync(person);
        await site.InDbAsync(db => db.Sessions.Where(s => s.PersonId == person.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.StartedAt, s => TimeProvider.System.GetUtcNow().AddHours(-2))));
        var asked = await browser.GoAsync("/account/password");
        Assert.Equal("/account/again", asked.Next!.AbsolutePath);
        var again = await browser.SendAsync(await browser.GoAsync(asked.Next), ("password", Accounts.Password));
        Assert.Equal("/account/password", again.Next!.AbsolutePath);
        await browser.SendAsync(await browser.GoAsync(again.Next), ("password", "another quiet kettle"));
        Assert.True(await browser.IsSignedInAsync());
        Assert.False(await elsewhere.IsSignedInAsync());
        Assert.NotEmpty(await site.MailsAsync(person.Email!));
    }

    [Fact]
    public async Task One_session_or_all_others_can_be_ended_and_nobody_elses()
    {
        var (person, other) = (await site.MakeAccountAsync(), await site.MakeAccountAsync());
        using var stranger = await site.BrowseAsAsync(other);
        using var browser = await site.BrowseAsAsync(person);
        using var elsewhere = await site.BrowseAsAsync(person);
        var foreign = await site.InDbAsync(db => db.Sessions.Where(s => s.PersonId == other.Id).Select(s => s.Id).SingleAsync());
        await browser.SendFormAsync(await browser.GoAsync("/account/sessions"), "form[action='?handler=End']", ("id", foreign.ToString()));
        Assert.True(await stranger.IsSignedInAsync());
        await browser.SendFormAsync(await browser.GoAsync("/account/sessions"), "form[action='?handler=EndOthers']");
        Assert.True(await browser.IsSignedInAsync());
        Assert.False(await elsewhere.IsSignedInAsync());
    }

    [Fact]
    public async Task A_new_address_counts_when_both_have_agreed()
    {
        var (person, @new) = (await site.MakeAccountAsync(), Accounts.NewAddress());
        using var browser = await site.BrowseAsAsync(person);
        await browser.SendAsync(await browser.GoAsync("/account/email"), ("email", @new));
        using var reader = site.Browse();
        var half = await reader.SendAsync(await reader.GoAsync(Accounts.LinkIn((await site.MailsAsync(@new))[0])));
        Assert.Contains(Words.Of<Web.Texts.Account>("en", "EmailHalf"), (await reader.GoAsync(half.Next!)).Main, StringComparison.Ordinal);
        Assert.Equal(person.Id, (await site.FindAsync(person.Email!)).Id);
        await reader.SendAsync(await reader.GoAsync(Accounts.LinkIn((await site.MailsAsync(person.Email!))[0])));
        Assert.Equal(person.Id, (await site.FindAsync(@new)).Id);
        Assert.Equal("/account", (await reader.SignInAsync(@new)).Next!.AbsolutePath);
    }

    [Fact]
    public async Task The_old_address_can_stop_the_change()
    {
        var (person, @new) = (await site.MakeAccountAsync(), Accounts.NewAddress());
        using var thief = await site.BrowseAsAsync(person);
        await thief.SendAsync(await thief.GoAsync("/account/email"), ("email", @new));
        using var reader = site.Browse();
        var stopped = await reader.SendFormAsync(await reader.GoAsync(Accounts.LinkIn((await site.MailsAsync(person.Email!))[0])), "form[action='?handler=Stop']");
        await reader.GoAsync(stopped.Next!);
        Assert.Equal(HttpStatusCode.Gone, (await reader.GoAsync(Accounts.LinkIn((await site.MailsAsync(@new))[0]))).Status);
        Assert.False(await thief.IsSignedInAsync());
    }

    [Fact]
    public async Task Pages_that_ask_for_more_take_a_code_and_go_on()
    {
        var person = await site.MakeAccountAsync();
        var key = await site.GiveFactorAsync(person);
        using var browser = await site.BrowseAsAsync(person, strong: false);
        var done = await browser.SendAsync(await browser.GoAsync("/account/second-factor?to=%2Fworkspace"), ("code", Accounts.Code(key)));
        Assert.Equal("/workspace", done.Next!.AbsolutePath);
        Assert.True(await site.InDbAsync(db => db.Sessions.AnyAsync(s => s.PersonId == person.Id && s.Strong && s.EndedAt == null)));
    }

    [Fact]
    public async Task The_command_makes_an_administrator_with_a_link_that_works()
    {
        var email = Accounts.NewAddress();
        using var said = new StringWriter();
        var before = Console.Out;
        Console.SetOut(said);
        try
        {
            Assert.Equal(0, await Web.Commands.CommandLine.Find(["create-admin", email])!(site.Services, CancellationToken.None));
        }
        finally
        {
            Console.SetOut(before);
        }

        using var browser = site.Browse();
        var link = said.ToString().Split('\n').Single(l => l.StartsWith("http", StringComparison.Ordinal)).Trim();
        await browser.SendAsync(await browser.GoAsync(new Uri(link)), ("password", Accounts.Password));
        Assert.Equal("/account", (await browser.SignInAsync(email)).Next!.AbsolutePath);
        Assert.Equal(PlatformRole.Administrator, (await site.FindAsync(email)).PlatformRole);
        Assert.True(await site.InDbAsync(db => db.Trail.AnyAsync(t => t.Act == "AdministratorMade" && t.Subject == email)));
    }

    private async Task<Page> CodeAsync(Person person, string code)
    {
        using var browser = site.Browse();
        var half = await browser.SignInAsync(person.Email!);
        Assert.Equal("/sign-in/second-factor", half.Next!.AbsolutePath);
        Assert.False(await browser.IsSignedInAsync());
        return await browser.SendAsync(await browser.GoAsync(half.Next), ("code", code));
    }
}
