using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.People;

namespace Solidarity.Web.Demo;

/// <summary>Somebody to sign in as.</summary>
/// <param name="Key">What their authenticator app holds, in base32; /dev/codes shows its codes.</param>
/// <param name="Organisation">Slug of the one that they belong to; null for none.</param>
internal sealed record DemoPerson(string Email, string Name, string Language, string Key, PlatformRole Platform, string? Organisation, OrganisationRole Role);

/// <summary>The demo's people. Secrets that everybody knows: development alone may have them.</summary>
internal sealed class DemoPeople(SolidarityDb db, UserManager<Person> people, TimeProvider clock)
{
    /// <summary>As ./run prints it.</summary>
    public const string Password = "soup for everyone";

    public const string Owner = "owner@demo.example";

    private const string First = "la-tablee-du-canal";

    public static IReadOnlyList<DemoPerson> All { get; } =
    [
        new("administrator@demo.example", "Ada Lambert", "en", "JBSWY3DPEHPK3PXPADMINAAAAAAAAAAA", PlatformRole.Administrator, null, default),
        new("moderator@demo.example", "Mounir Claes", "fr", "JBSWY3DPEHPK3PXPMQDERATQRAAAAAAA", PlatformRole.Moderator, null, default),
        new(Owner, "Odile Martens", "fr", "JBSWY3DPEHPK3PXPQWNERAAAAAAAAAAA", PlatformRole.None, First, OrganisationRole.Owner),
        new("accountant@demo.example", "Achiel Wouters", "nl", "JBSWY3DPEHPK3PXPACCQUNTANTAAAAAA", PlatformRole.None, First, OrganisationRole.Accountant),
        new("assistant@demo.example", "Assia Peeters", "fr", "JBSWY3DPEHPK3PXPASSISTANTAAAAAAA", PlatformRole.None, First, OrganisationRole.Assistant),
        new("other-owner@demo.example", "Otto Berger", "de", "JBSWY3DPEHPK3PXPQTHERQWNERAAAAAA", PlatformRole.None, "drie-deuren-verder", OrganisationRole.Owner),
        new("restaurant@demo.example", "Fatiha Benali", "fr", "JBSWY3DPEHPK3PXPRESTAURANTAAAAAA", PlatformRole.None, "chez-fatiha", OrganisationRole.Owner),
        new("cook@demo.example", "Cosimo Wauters", "fr", "JBSWY3DPEHPK3PXPCQQKAAAAAAAAAAAA", PlatformRole.None, "la-petite-marmite", OrganisationRole.Assistant),
    ];

    /// <summary>Makes those that are not there yet.</summary>
    public async Task MakeAsync(CancellationToken cancel)
    {
        var organisations = await db.Organisations.ToDictionaryAsync(o => o.Slug, o => o.Id, cancel);
        foreach (var demo in All)
        {
            if (await people.FindByEmailAsync(demo.Email) is not null)
                continue;
            var person = Person.New(demo.Email, demo.Name, demo.Language, clock.GetUtcNow());
            (person.EmailConfirmed, person.PlatformRole) = (true, demo.Platform);
            var made = await people.CreateAsync(person, Password);
            if (!made.Succeeded)
                throw new InvalidOperationException($"{demo.Email} could not be made: {made}");
            await people.SetAuthenticationTokenAsync(person, "[AspNetUserStore]", "AuthenticatorKey", demo.Key);
            await people.SetTwoFactorEnabledAsync(person, true);
            if (demo.Organisation is { } slug && organisations.TryGetValue(slug, out var organisation))
                db.Memberships.Add(new Membership { OrganisationId = organisation, PersonId = person.Id, Role = demo.Role, Since = clock.GetUtcNow() });
            await db.SaveChangesAsync(cancel);
        }
    }
}
