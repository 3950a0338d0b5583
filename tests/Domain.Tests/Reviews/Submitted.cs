using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.People;
using Solidarity.Domain.Reviews;

namespace Solidarity.Domain.Tests.Reviews;

/// <summary>A draft with a campaign, its owner and editor, and a moderator.</summary>
internal sealed record Submitted(Guid Project, Guid Campaign, Person Owner, Person Editor, Person Moderator)
{
    public static async Task<Submitted> DraftAsync(TestDatabase database, string? story = null)
    {
        var organisation = Seed.Organisation();
        var partner = Seed.Partner(organisation);
        var project = Seed.Draft(organisation);
        project.Story = story ?? new string('x', SubmitForReview.ShortestStory);
        var campaign = Seed.Campaign(project, partner, status: CampaignStatus.Draft);
        var (owner, editor, moderator) = (Somebody("owner", "fr"), Somebody("editor", "de"), Somebody("moderator", "en"));
        moderator.PlatformRole = PlatformRole.Moderator;
        await using var db = database.Open();
        db.AddRange(organisation, partner, project, campaign, owner, editor, moderator, In(organisation, owner, OrganisationRole.Owner), In(organisation, editor, OrganisationRole.Editor));
        await db.SaveChangesAsync();
        return new Submitted(project.Id, campaign.Id, owner, editor, moderator);
    }

    public static Person Somebody(string name, string language = "en")
    {
        var person = Person.New($"{name}@example.org", name, language, FakeClock.Noon);
        (person.NormalizedEmail, person.NormalizedUserName) = (person.Email!.ToUpperInvariant(), person.UserName!.ToUpperInvariant());
        return person;
    }

    public static Membership In(Organisation organisation, Person person, OrganisationRole role) =>
        new() { OrganisationId = organisation.Id, PersonId = person.Id, Role = role, Since = FakeClock.Noon };
}
