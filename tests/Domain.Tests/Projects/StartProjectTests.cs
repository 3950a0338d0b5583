using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.People;
using Solidarity.Domain.Projects;
using Solidarity.Domain.Tests.Organisations;

namespace Solidarity.Domain.Tests.Projects;

public class StartProjectTests : DatabaseTest
{
    private static readonly OrganisationWords Described = new("Les Marmites", OrganisationKind.Association, "BE", null, "4000", "Liège", null, "hello@example.org");

    private readonly Person ann = TeamSeed.Person();

    [Fact]
    public async Task A_stranger_gets_an_organisation_a_partner_and_a_draft()
    {
        await SaveAsync(ann);
        var project = await StartAsync(Asked());
        await using var db = Database.Open();
        Assert.Equal(("soupe-a-liege", ProjectStatus.Draft, "fr"), (project.Slug, project.Status, project.Language));
        var member = await db.Memberships.Include(m => m.Organisation).SingleAsync(m => m.PersonId == ann.Id);
        Assert.Equal((OrganisationRole.Owner, "les-marmites", project.OrganisationId), (member.Role, member.Organisation.Slug, member.OrganisationId));
        var partner = await db.Partners.SingleAsync();
        Assert.Equal(("Les Marmites", false, (string?)null), (partner.Name, partner.CanBePaid, partner.StripeAccountId));
        Assert.Equal(1, (await db.StoryVersions.SingleAsync()).Number);
        Assert.Equal(["OrganisationStarted", "ProjectStarted"], await db.Trail.OrderBy(t => t.Id).Select(t => t.Act).ToListAsync());
    }

    [Fact]
    public async Task The_same_title_twice_is_numbered_also_at_the_same_moment()
    {
        await SaveAsync(ann);
        await StartAsync(Asked());
        var slugs = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(async () => (await StartAsync(Asked())).Slug)));
        Assert.Equal(["soupe-a-liege-2", "soupe-a-liege-3", "soupe-a-liege-4"], slugs.Order());
    }

    [Theory]
    [InlineData(OrganisationRole.Owner, true)]
    [InlineData(OrganisationRole.Editor, true)]
    [InlineData(OrganisationRole.Accountant, false)]
    [InlineData(OrganisationRole.Assistant, false)]
    public async Task In_an_organisation_for_those_who_publish_there(OrganisationRole role, bool may)
    {
        var organisation = Seed.Organisation();
        await SaveAsync(ann, organisation, ann.In(organisation, role));
        if (may)
            Assert.Equal(organisation.Id, (await StartAsync(Asked() with { Organisation = organisation.Slug })).OrganisationId);
        else
            Assert.Equal(Reason.OrganisationUnknown, await TeamSeed.ReasonAsync(() => StartAsync(Asked() with { Organisation = organisation.Slug })));
    }

    [Fact]
    public async Task Nobody_starts_one_in_an_organisation_of_others()
    {
        var organisation = Seed.Organisation();
        await SaveAsync(ann, organisation);
        Assert.Equal(Reason.OrganisationUnknown, await TeamSeed.ReasonAsync(() => StartAsync(Asked() with { Organisation = organisation.Slug })));
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once_and_nothing_is_saved()
    {
        await SaveAsync(ann);
        var empty = new NewProject(null, new OrganisationWords(null, OrganisationKind.Company, "XX", null, null, null, null, "no"), " ", null, "xx", "");
        var refusal = await Assert.ThrowsAsync<Refusal>(() => StartAsync(empty));
        Assert.Equal(["title", "summary", "place", "language", "country", "name", "email"], refusal.Problems.Select(p => p.Field));
        await using var db = Database.Open();
        Assert.Empty(await db.Organisations.ToListAsync());
    }

    private static NewProject Asked() => new(null, Described, "Soupe à Liège", "Nous cuisinons.", "fr", "Liège");

    private async Task<Project> StartAsync(NewProject asked)
    {
        await using var db = Database.Open();
        return await new StartProject(db, Clock).RunAsync(asked, ann.Id, None);
    }
}
