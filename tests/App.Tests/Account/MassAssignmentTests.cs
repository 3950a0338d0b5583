using Microsoft.EntityFrameworkCore;
using Solidarity.App.Tests.Site;
using Solidarity.Domain.People;

namespace Solidarity.App.Tests.Account;

/// <summary>Tries to set what no form asks for, by adding fields to forms.</summary>
[Collection(SiteTests.Name)]
public sealed class MassAssignmentTests(SiteFixture site)
{
    private static readonly (string, string?)[] More =
    [
        ("PlatformRole", "Administrator"), ("Person.PlatformRole", "Administrator"), ("EmailConfirmed", "true"), ("TwoFactorEnabled", "false"), ("OrganisationId", Guid.Empty.ToString()),
        ("PersonId", Guid.Empty.ToString()), ("Id", Guid.Empty.ToString()), ("LockoutEnd", "2000-01-01"), ("Strong", "true"), ("CreatedAt", "2000-01-01"), ("PasswordHash", "x"), ("Role", "Owner"),
    ];

    [Fact]
    public async Task Signing_up_makes_an_ordinary_unconfirmed_account()
    {
        var email = Accounts.NewAddress();
        using var browser = site.Browse();
        await browser.SendAsync(await browser.GoAsync("/sign-up"), [("name", "Nele"), ("email", email), ("password", Accounts.Password), .. More]);
        Assert.False(await site.InDbAsync(db => db.People.AnyAsync(p => p.Email == email)));
        var page = await browser.GoAsync(Accounts.LinkIn((await site.MailsAsync(email))[0]));
        await browser.SendAsync(page, [("password", Accounts.Password), .. More]);
        var person = await site.FindAsync(email);
        Assert.Equal((PlatformRole.None, true), (person.PlatformRole, person.EmailConfirmed));
        Assert.False(await site.InDbAsync(db => db.Sessions.AnyAsync(s => s.PersonId == person.Id && s.Strong)));
        Assert.False(await site.InDbAsync(db => db.Memberships.AnyAsync(m => m.PersonId == person.Id)));
    }

    [Fact]
    public async Task The_account_page_changes_name_and_language_alone()
    {
        var (person, other) = (await site.MakeAccountAsync(), await site.MakeAccountAsync());
        using var browser = await site.BrowseAsAsync(person, strong: false);
        await browser.SendFormAsync(await browser.GoAsync("/account"), "form:not([action])", [("name", "Nele"), ("language", "nl"), ("email", "other@example.org"), ("PersonId", other.Id.ToString()), .. More[..5], .. More[6..]]);
        var (after, untouched) = (await site.FindAsync(person.Email!), await site.FindAsync(other.Email!));
        Assert.Equal(("Nele", "nl", PlatformRole.None, person.Email), (after.Name, after.Language, after.PlatformRole, after.Email));
        Assert.Equal((other.Name, PlatformRole.None), (untouched.Name, untouched.PlatformRole));
        Assert.False(await site.InDbAsync(db => db.Sessions.AnyAsync(s => s.PersonId == person.Id && s.Strong)));
    }
}
