using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Solidarity.Domain;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.People;
using Solidarity.Web.People;

namespace Solidarity.App.Tests.Site;

/// <summary>People for tests, signed in without the sign-in page.</summary>
public static class SigningIn
{
    public static Task<Person> MakePersonAsync(this SiteFixture site, PlatformRole role = PlatformRole.None, string language = "en") => site.InDbAsync(async db =>
    {
        var address = $"{UnguessableToken.Create().ToLowerInvariant().Replace('_', 'x').Replace('-', 'x')}@example.org";
        var person = Person.New(address, $"Person {address[..5]}", language, TimeProvider.System.GetUtcNow());
        (person.NormalizedEmail, person.NormalizedUserName, person.EmailConfirmed, person.LockoutEnabled) = (address.ToUpperInvariant(), person.UserName!.ToUpperInvariant(), true, true);
        (person.PlatformRole, person.SecurityStamp) = (role, UnguessableToken.Create());
        db.People.Add(person);
        await db.SaveChangesAsync();
        return person;
    });

    /// <summary>Somebody with a role in the organisation of that campaign.</summary>
    public static async Task<Person> MakeMemberAsync(this SiteFixture site, DemoCampaign campaign, OrganisationRole role)
    {
        var person = await site.MakePersonAsync();
        await site.InDbAsync(async db =>
        {
            var organisation = await db.Campaigns.Where(c => c.Id == campaign.Id).Select(c => c.Project.OrganisationId).SingleAsync();
            db.Memberships.Add(new Membership { OrganisationId = organisation, PersonId = person.Id, Role = role, Since = TimeProvider.System.GetUtcNow() });
            return await db.SaveChangesAsync();
        });
        return person;
    }

    /// <summary>A browser in which that person is signed in.</summary>
    /// <param name="strong">As with a passkey or a second factor.</param>
    public static async Task<Browser> BrowseAsAsync(this SiteFixture site, Person person, bool strong = true, string language = "en")
    {
        var now = TimeProvider.System.GetUtcNow();
        var session = new PersonSession { Id = Guid.CreateVersion7(now), PersonId = person.Id, StartedAt = now, SeenAt = now, ExpiresAt = now.AddDays(1), Strong = strong };
        await site.InDbAsync(async db =>
        {
            db.Sessions.Add(session);
            return await db.SaveChangesAsync();
        });
        var options = site.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var ticket = new AuthenticationTicket(SessionCookie.Ticket(session.Id), new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = session.ExpiresAt }, IdentityConstants.ApplicationScheme);
        var browser = site.Browse(language);
        browser.Cookies.Add(new Cookie(options.Cookie.Name!, options.TicketDataFormat.Protect(ticket), "/", site.Address.Host));
        return browser;
    }
}
