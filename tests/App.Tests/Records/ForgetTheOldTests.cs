using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Solidarity.App.Tests.Site;
using Solidarity.Domain;
using Solidarity.Domain.Letters;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.People;
using Solidarity.Domain.Projects;
using Solidarity.Jobs.Records;

namespace Solidarity.App.Tests.Records;

[Collection(SiteTests.Name)]
public sealed class ForgetTheOldTests(SiteFixture site)
{
    [Fact]
    public async Task What_nobody_needs_any_more_is_forgotten_and_the_rest_stays()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        var person = await site.MakePersonAsync();
        var project = await site.InDbAsync(db => db.Campaigns.Where(c => c.Id == campaign.Id).Select(c => c.Project).AsNoTracking().SingleAsync());
        // As fine as the database keeps it.
        var now = DateTimeOffset.FromUnixTimeMilliseconds(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
        var (old, young) = (now.AddYears(-2), now.AddDays(-1));
        await site.InDbAsync(async db =>
        {
            db.EmailChanges.AddRange(Change(person, now.AddMinutes(-1), null), Change(person, now.AddDays(1), young), Change(person, now.AddDays(1), null));
            db.Invitations.AddRange(Invite(person, project, old), Invite(person, project, young));
            db.Letters.AddRange(Letter(person, old), Letter(person, young));
            db.StoryDrafts.AddRange(Draft(person, project, "fr", old), Draft(person, project, "nl", young));
            return await db.SaveChangesAsync();
        });

        await using (var scope = site.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<ForgetTheOld>().RunAsync(CancellationToken.None);

        Assert.Equal([now.AddDays(1)], await site.InDbAsync(db => db.EmailChanges.Where(c => c.PersonId == person.Id && c.EndedAt == null).Select(c => c.ExpiresAt).ToListAsync()));
        Assert.Equal(1, await site.InDbAsync(db => db.EmailChanges.CountAsync(c => c.PersonId == person.Id)));
        Assert.Equal([young], await site.InDbAsync(db => db.Invitations.Where(i => i.InvitedById == person.Id).Select(i => i.ExpiresAt).ToListAsync()));
        Assert.Equal([young], await site.InDbAsync(db => db.Letters.Where(l => l.To == person.Email).Select(l => l.CreatedAt).ToListAsync()));
        Assert.Equal(["nl"], await site.InDbAsync(db => db.StoryDrafts.Where(d => d.PersonId == person.Id).Select(d => d.Language).ToListAsync()));
    }

    private static EmailChange Change(Person person, DateTimeOffset expires, DateTimeOffset? ended) => new()
    {
        Id = Guid.CreateVersion7(expires),
        PersonId = person.Id,
        OldEmail = person.Email!,
        NewEmail = "new@example.org",
        OldTokenHash = SecretHash.Of(UnguessableToken.Create()),
        NewTokenHash = SecretHash.Of(UnguessableToken.Create()),
        AskedAt = expires.AddDays(-1),
        ExpiresAt = expires,
        EndedAt = ended,
    };

    private static Invitation Invite(Person person, Project project, DateTimeOffset expires) => new()
    {
        Id = Guid.CreateVersion7(expires),
        OrganisationId = project.OrganisationId,
        Email = "invited@example.org",
        Role = OrganisationRole.Editor,
        Language = "en",
        InvitedById = person.Id,
        Digest = SecretHash.Of(UnguessableToken.Create()),
        CreatedAt = expires.AddDays(-14),
        ExpiresAt = expires,
    };

    private static Letter Letter(Person person, DateTimeOffset at) =>
        new() { Id = Guid.CreateVersion7(at), Kind = LetterKind.Invitation, To = person.Email!, Language = "en", Args = "[]", CreatedAt = at, SentAt = at };

    private static StoryDraft Draft(Person person, Project project, string language, DateTimeOffset at) =>
        new() { ProjectId = project.Id, Language = language, PersonId = person.Id, Title = "Half", Summary = "", Place = "", Story = "", BasedOn = 0, At = at };
}
